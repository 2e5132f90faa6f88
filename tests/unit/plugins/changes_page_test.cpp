// The screen of what changed, as somebody finds it by role and name, and its page without script.
#include "plugins/feedback/pages/changes_page.hpp"
#include "plugins/changes/words.hpp"
#include "plugins/feedback/api/results/changes_html.hpp"
#include "tests/support/family_sample.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <algorithm>

using namespace alongside;
using namespace alongside::feedback;
using namespace alongside::testing;
using ui::Role;

namespace {

ChangeStory story_of(const std::string& survey, const std::string& title, const std::string& service) {
  ChangeStory story;
  story.survey = survey;
  story.title = {title, title};
  story.asked = {"How was the pool?", "Sut oedd y pwll?"};
  story.people = 40;
  story.tables = {{"liked",
                   {"How was it?", "Sut oedd hi?"},
                   {"Mean 3.9.", "Cymedr 3.9."},
                   {{{"Very happy", "Hapus iawn"}, 30}, {{"Happy / A little", "Hapus / Ychydig"}, 10}},
                   {}}};
  ChangeStep step;
  step.said = {"The pool was too loud on Saturdays.", "Roedd y pwll yn rhy swnllyd."};
  step.said_easily = {"Too loud.", "Rhy swnllyd."};
  step.did = {"There is a quiet hour now.", "Mae awr dawel nawr."};
  step.did_easily = {"Now it is quiet.", "Nawr mae'n dawel."};
  step.outcome = ChangeOutcome::Done;
  step.owner = {"Leisure team", "Tîm hamdden"};
  step.by = day_of("2027-01-29");
  step.services = {{service, "Splash"}};
  story.steps = {step};
  return story;
}

ChangeList two_stories() { return {{story_of("1", "Autumn", "s1"), story_of("2", "How was it?", "s2")}, {}}; }

struct ChangesScreen : PageScreen {
  ChangesPage page{host};
  explicit ChangesScreen(const std::string& address = "/changes") : PageScreen(changes_words, sample_council()) {
    page.opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(page); }
  void come(const ChangeList& list) {
    host.answer_with(list);
    draw();
  }
};

}  // namespace

TEST_CASE("what was said stands beside what was done, by whom and when, with a link to the service") {
  ChangesScreen screen;
  screen.come(two_stories());
  CHECK(screen.harness.has(Role::Heading, "Autumn"));
  for (const char* words : {"The pool was too loud on Saturdays.", "There is a quiet hour now.", "40 people answered"})
    CHECK_MESSAGE(screen.harness.has(Role::Paragraph, words), words);
  CHECK(screen.harness.has(Role::Heading, "We did"));
  CHECK(screen.harness.find(Role::Link, "Splash").href == "/service/s1");
}

TEST_CASE("counts are bars that say their number in words, and the same as tables when they are wanted") {
  ChangesScreen screen;
  screen.come(two_stories());
  CHECK(screen.harness.find(Role::Progress, "Very happy: 30 people").progress == doctest::Approx(0.75));
  CHECK_FALSE(screen.harness.has(Role::Cell, "30"));
  screen.harness.activate(screen.harness.find(Role::Button, "As tables"));
  screen.draw();
  CHECK(screen.harness.has(Role::Cell, "30"));
  CHECK(screen.harness.has(Role::RowHeader, "Happy / A little"));
  CHECK_FALSE(screen.harness.has(Role::Progress, "Very happy: 30 people"));
}

TEST_CASE("easy words take the place of the others, and go again") {
  ChangesScreen screen;
  screen.come(two_stories());
  screen.harness.activate(screen.harness.find(Role::Button, "Easy words"));
  screen.draw();
  CHECK(screen.harness.has(Role::Paragraph, "Too loud."));
  CHECK_FALSE(screen.harness.has(Role::Paragraph, "The pool was too loud on Saturdays."));
  screen.harness.activate(screen.harness.find(Role::Button, "Easy words"));
  screen.draw();
  CHECK(screen.harness.has(Role::Paragraph, "The pool was too loud on Saturdays."));
}

TEST_CASE("who comes from a service reads first what concerns it") {
  ChangesScreen screen("/changes?service=s2");
  screen.come(two_stories());
  const auto headings = screen.harness.names(Role::Heading);
  const auto mine = std::ranges::find(headings, "How was it?"), other = std::ranges::find(headings, "Autumn");
  REQUIRE(other != headings.end());
  CHECK(mine < other);
}

TEST_CASE("with no network and nothing kept the page says so, and tries again when it is asked") {
  ChangesScreen screen;
  screen.host.answer(Error{ErrorCode::Offline, {}});
  screen.draw();
  screen.harness.activate(screen.harness.find(Role::Button, "Try again"));
  screen.draw();
  screen.come(two_stories());
  CHECK(screen.harness.has(Role::Heading, "Autumn"));
}

TEST_CASE("before anything is answered the page says that it will stand here") {
  ChangesScreen screen;
  screen.come({});
  CHECK(screen.harness.has(Role::Paragraph, "Nothing is answered yet. When it is, you will find it here."));
}

TEST_CASE("a reply that comes when the page has gone reaches nobody") {
  FakeHost::Asked late;
  {
    ChangesScreen screen;
    late = std::move(screen.host.asked.front());
  }
  late.reply(wire::encode_frame(two_stories()));
  CHECK(late.path == "/api/feedback/changes");
}

TEST_CASE("without script the page has the same words, and its counts as tables with headers") {
  const std::string html = changes_html(two_stories(), "s2", server::Language::English).main.text();
  for (const char* part : {"There is a quiet hour now.", "<caption>How was it?</caption>", "<th scope=\"row\">",
                           "href=\"/service/s1\"", "Too loud."})
    CHECK_MESSAGE(html.find(part) != std::string::npos, part);
  CHECK(html.find(">How was it?</h2>") < html.find(">Autumn</h2>"));
  const std::string welsh = changes_html(two_stories(), "", server::Language::Welsh).main.text();
  CHECK(welsh.find("Mae awr dawel nawr.") != std::string::npos);
}
