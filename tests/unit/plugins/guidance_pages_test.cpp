#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/guidance/api/guidance_content.hpp"
#include "plugins/guidance/pages/growing_page.hpp"
#include "plugins/guidance/pages/rights_page.hpp"
#include "plugins/guidance/pages/topic_page.hpp"
#include "plugins/guidance/pages/when_page.hpp"
#include "plugins/guidance/words.hpp"
#include "tests/support/family_sample.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace alongside;
using namespace alongside::guidance;
using namespace alongside::testing;
using ui::Role;

namespace {

GuidanceBook content_for(wire::Nation nation) {
  server::JsonMistakes mistakes;
  return content_of(nation, mistakes);
}

// A phone with the guidance of one nation on it.
struct GuidanceScreen : PageScreen {
  GuidanceStore store{host};
  std::unique_ptr<Page> page;
  GuidanceBook book;

  explicit GuidanceScreen(wire::Nation nation = wire::Nation::England)
      : PageScreen(guidance_words, sample_council()), book(content_for(nation)) {
    host.takes["offer.find"] = "/find";
    host.takes["rights.complain"] = "/rights/about/complaints";
  }
  template <class AnyPage, class... Arguments>
  void open(std::string_view address, Arguments... arguments) {
    page = std::make_unique<AnyPage>(host, store, arguments...);
    page->opened(Route::parse(address));
    if (!host.asked.empty()) host.answer_with(book);
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
  void press(std::string_view button) {
    harness.activate(harness.find(Role::Button, button));
    draw();
  }
  std::string letter() const { return harness.find(Role::TextField, "The letter").value; }
};

}  // namespace

TEST_CASE("all rights stand on one page, with help right now before them") {
  GuidanceScreen screen;
  screen.open<RightsPage>("/rights");
  CHECK(screen.harness.find(Role::Link, "Help right now").href == "/help");
  for (const char* title : {"An EHC needs assessment and plan", "Free advice: SENDIASS",
                            "An appeal to the SEND Tribunal", "A complaint", "The Ombudsman"})
    CHECK_MESSAGE(screen.harness.has(Role::Link, title), title);
  CHECK(screen.harness.find(Role::Link, "A complaint").href == "/rights/about/complaints");
  CHECK(screen.harness.find(Role::Link, "Growing up: from 13 to 25").href == "/growing-up");
}

TEST_CASE("a council in Wales has ALN, IDP, SNAP Cymru and its own tribunal on its screens") {
  GuidanceScreen screen(wire::Nation::Wales);
  screen.open<RightsPage>("/rights");
  for (const char* title : {"An individual development plan, IDP", "Free advice: SNAP Cymru",
                            "An appeal to the Education Tribunal for Wales"})
    CHECK_MESSAGE(screen.harness.has(Role::Link, title), title);
  for (const std::string& name : screen.harness.names(Role::Link)) {
    CHECK_MESSAGE(name.find("EHC") == std::string::npos, name);
    CHECK_MESSAGE(name.find("SEND") == std::string::npos, name);
  }
  screen.harness.words().use(ui::Language::Welsh);
  screen.draw();
  CHECK(screen.harness.has(Role::Link, "Cynllun datblygu unigol, CDU"));
}

TEST_CASE("a topic says who, how, by when and where it comes from, and its letter can be changed and sent") {
  GuidanceScreen screen;
  screen.open<TopicPage>("/rights/about/ehc-assessment", Shelf::Rights);
  for (const char* heading :
       {"Who can ask", "How to ask", "By when", "What happens next", "Who is on your side", "Where this comes from"})
    CHECK_MESSAGE(screen.harness.has(Role::Heading, heading), heading);
  CHECK(screen.says("Within 20 weeks: the finished plan."));
  CHECK(screen.says("Looked at on 29 November 2026"));
  CHECK(screen.harness.find(Role::Link, "When should I hear? Work out the days").href ==
        "/rights/when?what=ehc-request");
  screen.harness.type(screen.harness.find(Role::TextField, "The letter"), "Please assess Riley & me.\nSam");
  screen.draw();
  CHECK(screen.harness.find(Role::Link, "Open this as an email").href ==
        "mailto:?subject=Request%20for%20an%20EHC%20needs%20assessment&body=Please%20assess%20Riley%20%26%20me.%0ASam");
}

TEST_CASE("a complaint is about what somebody came from, and otherwise says where to write that") {
  GuidanceScreen screen;
  wire::ComplainIntent intent;
  intent.about = "Farm Tea";
  screen.open<TopicPage>(screen.host.intent_href(wire::ComplainIntent::name, wire::encode_frame(intent)),
                         Shelf::Rights);
  CHECK(screen.letter().find("complain about Farm Tea.") != std::string::npos);
  screen.open<TopicPage>("/rights/about/complaints?name=Saturday+Stars", Shelf::Rights);
  CHECK(screen.letter().find("complain about Saturday Stars.") != std::string::npos);
  screen.open<TopicPage>("/rights/about/complaints", Shelf::Rights);
  CHECK(screen.letter().find("complain about [what it is about].") != std::string::npos);
  screen.open<TopicPage>("/rights/about/complaints?intent=AAAA", Shelf::Rights);
  CHECK(screen.letter().find("[what it is about]") != std::string::npos);
}

TEST_CASE("a service's name comes along from its page") {
  GuidanceScreen screen;
  screen.open<RightsPage>("/rights/service/0fb2?name=Saturday+Stars");
  CHECK(screen.harness.find(Role::Link, "Saturday Stars").href == "/service/0fb2");
  CHECK(screen.harness.find(Role::Link, "A complaint").href == "/rights/about/complaints?name=Saturday+Stars");
}

TEST_CASE("the steps of growing up lead to services for that age, where somebody searches them") {
  GuidanceScreen screen;
  screen.open<TopicPage>("/growing-up/age-16", Shelf::GrowingUp);
  CHECK(screen.harness.find(Role::Link, "Find travel training").href == "/find?q=travel&head=adulthood&age=16");
  screen.host.takes.erase("offer.find");
  screen.draw();
  CHECK_FALSE(screen.harness.has(Role::Link, "Find travel training"));
  screen.open<GrowingPage>("/growing-up");
  CHECK(screen.harness.find(Role::Link, "Age 16").href == "/growing-up/age-16");
}

TEST_CASE("a young person who chose easy read has easy words") {
  GuidanceScreen screen;
  screen.harness.words().use(ui::Language::English, ui::Wording::Easy);
  screen.open<TopicPage>("/growing-up/age-16", Shelf::GrowingUp);
  CHECK(screen.harness.has(Role::Heading, "You are 16"));
  CHECK(screen.says("You can decide. People must help you to decide."));
}

TEST_CASE("the days are worked out as soon as there is one, and nothing is kept") {
  GuidanceScreen screen;
  screen.open<WhenPage>("/rights/when?what=ehc-request");
  CHECK_FALSE(screen.harness.has(Role::Heading, "We asked for an EHC assessment"));
  screen.harness.type(screen.harness.find(Role::TextField, "On which day?"), "2026-10-05");
  screen.draw();
  CHECK(screen.says("By Monday 16 November 2026"));
  CHECK(screen.says("By Monday 22 February 2027"));
  CHECK(screen.harness.find(Role::Link, "What you can do now").href == "/rights/about/complaints");
  CHECK(screen.harness.has(Role::Heading, "When it may take longer"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Keep this day on this device"));
  CHECK_FALSE(screen.host.records_.draft("guidance.when").has_value());
  screen.harness.type(screen.harness.find(Role::TextField, "On which day?"), "1850-01-01");
  screen.draw();
  CHECK_FALSE(screen.says("By Monday 16 November 2026"));
  CHECK(screen.harness.find(Role::TextField, "On which day?").error == "Choose a day within ten years of today");
}

TEST_CASE("whoever is signed in may keep the day on this device, and forget it") {
  GuidanceScreen screen;
  screen.host.session_.person = sam;
  screen.open<WhenPage>("/rights/when?what=mediation");
  screen.harness.type(screen.harness.find(Role::TextField, "On which day?"), "2026-11-20");
  screen.draw();
  screen.press("Keep this day on this device");
  screen.draw();
  CHECK(screen.says("This day is kept on this device. Only you see it."));
  screen.open<WhenPage>("/rights/when");
  CHECK(screen.says("By Sunday 20 December 2026"));
  screen.press("Forget this day");
  screen.draw();
  CHECK_FALSE(screen.host.records_.draft("guidance.when").has_value());
}

TEST_CASE("with no network and nothing kept the page says so, and help right now is still there") {
  GuidanceScreen screen;
  screen.page = std::make_unique<RightsPage>(screen.host, screen.store);
  screen.page->opened(Route::parse("/rights"));
  screen.host.answer(Error{ErrorCode::Offline, "no network"});
  screen.draw();
  CHECK(screen.says("There is no network, and this device has not kept this page yet."));
  CHECK(screen.harness.has(Role::Link, "Help right now"));
  screen.press("Try again");
  screen.host.answer_with(screen.book);
  screen.draw();
  CHECK(screen.harness.has(Role::Link, "A complaint"));
}
