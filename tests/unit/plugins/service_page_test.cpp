#include "plugins/local_offer/pages/service_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/local_offer/api/details/detail_writer.hpp"
#include "plugins/service/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace alongside;
using namespace alongside::local_offer;
using ui::Role;

namespace {

const std::string address = "/service/00000000-0000-4000-8000-000000000001?q=quiet&near=Aldermere";

ServiceDetail sample_service() {
  ServiceDetail service;
  service.summary = testing::sample_offer().services[0];
  service.summary.accepts = {"Direct payment"};
  service.description.blocks = {{BlockKind::Paragraph, {{{{SpanKind::Plain, "A calm half hour.", ""}}}}},
                                {BlockKind::BulletList, {{{{SpanKind::Plain, "A towel", ""}}}}}};
  service.eligibility.blocks = {{BlockKind::Paragraph, {{{{SpanKind::Plain, "Children who like it calm.", ""}}}}}};
  service.application.blocks = {{BlockKind::Paragraph, {{{{SpanKind::Plain, "Ring us.", ""}}}}}};
  service.email = "hello@otter.example";
  service.url = "https://otter.example";
  service.assurer_email = "families@northmere.example";
  service.contacts = {{"Wyn Parry", "Pool manager", "", {"01632 960 311"}}};
  Schedule schedule;
  schedule.freq = Frequency::Weekly;
  schedule.byday = {{0, 5}};
  schedule.opens_at = 9 * 60;
  schedule.closes_at = 9 * 60 + 30;
  schedule.valid_to = Date::parse("2027-07-17").value();
  schedule.notes = "Term time";
  service.schedules = {schedule};
  Location location;
  location.name = "Otter Pool";
  location.address = {"Otter Pool, 4 Weir Lane", "Aldermere", "NM2 1AA"};
  location.city = "Aldermere";
  location.point = GeoPoint::from_degrees(52.95, -2.80).value();
  location.accessibility = {"Quiet space", "The side door has no step."};
  service.locations = {location};
  service.cost_options = {{"Swim", Money::from_pence(450).value(), "Carers swim free", {}, {}}};
  return service;
}

struct ServiceScreen : testing::PageScreen {
  Shortlist shortlist{host};
  ToldBook told{host};
  ServicePage page{host, shortlist, told};

  ServiceScreen() : PageScreen(service_words, testing::sample_council()) {
    page.opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(page); }
  void answer(const ServiceDetail& service) {
    host.answer_with(service);
    draw();
  }
};

}  // namespace

TEST_CASE("a service is told in the order parents ask") {
  ServiceScreen screen;
  CHECK(screen.host.asked[0].path == "/api/local_offer/services/00000000-0000-4000-8000-000000000001");
  screen.answer(sample_service());
  CHECK(screen.harness.names(Role::Heading) ==
        std::vector<std::string>{"Otter Swim", "Who it is for", "What happens", "When", "Week by week", "Where",
                                 "What it costs", "How to get a place", "Access and support", "Who checked this",
                                 "Talk to them", "Tell me when", "If something is not right", "To complain"});
  CHECK(screen.page.title(screen.harness.words()) == "Otter Swim");
}

TEST_CASE("each fact is there in words") {
  ServiceScreen screen;
  screen.answer(sample_service());
  for (const char* words :
       {"Ages 4 to 11", "Children who like it calm.", "A calm half hour.", "Saturday, 9am to 9:30am",
        "Until 17 July 2027", "Term time", "Otter Pool, 4 Weir Lane, Aldermere, NM2 1AA", "£4.50", "Carers swim free",
        "You can use a direct payment here, if it fits your plan.", "Book a place", "Ring us.",
        "The side door has no step.", "Checked 12 days ago", "Wyn Parry, Pool manager"}) {
    CAPTURE(words);
    CHECK(screen.harness.has(Role::Paragraph, words));
  }
  CHECK(screen.harness.has(Role::Paragraph, "1.2 miles from Aldermere"));
}

TEST_CASE("contacts are links that ring and write, and back keeps the search") {
  ServiceScreen screen;
  screen.answer(sample_service());
  CHECK(screen.harness.find(Role::Link, "Ring 01632 960 311").href == "tel:01632960311");
  CHECK(screen.harness.find(Role::Link, "Write to hello@otter.example").href == "mailto:hello@otter.example");
  CHECK(screen.harness.find(Role::Link, "Their own website").href == "https://otter.example");
  CHECK(screen.harness.find(Role::Link, "Back to what you found").href == "/find?q=quiet&near=Aldermere");
}

TEST_CASE("a service that is closed for now says so first") {
  ServiceScreen screen;
  ServiceDetail service = sample_service();
  service.summary.status = Status::TemporarilyClosed;
  service.alert = "Back in March.";
  screen.answer(service);
  CHECK(screen.harness.has(Role::Paragraph, "This is closed for now. Ring before you make plans."));
  CHECK(screen.harness.has(Role::Paragraph, "Back in March."));
}

TEST_CASE("an almost empty service still makes a page that helps") {
  ServiceScreen screen;
  ServiceDetail service;
  service.summary.name = "Bare";
  screen.answer(service);
  CHECK(screen.harness.has(Role::Paragraph, "We do not know the price. Ask when you ring."));
  CHECK(screen.harness.has(Role::Paragraph, "Not checked yet. Ring first."));
  CHECK(screen.harness.has(Role::Paragraph,
                           "We have no phone number or email for them. Our family line can help you find one."));
}

TEST_CASE("an old price and past dates are shown and called old") {
  ServiceScreen screen;
  ServiceDetail service = sample_service();
  service.cost_options[0].valid_to = Date::parse("2024-01-01").value();
  service.schedules[0].valid_to = Date::parse("2026-07-01").value();
  screen.answer(service);
  CHECK(screen.harness.has(Role::Paragraph, "This price may be old. Ask before you go."));
  CHECK(screen.harness.has(Role::Paragraph, "These dates have passed. Ring to ask about new ones."));
}

TEST_CASE("a service that is gone says so without a button that cannot help") {
  ServiceScreen screen;
  screen.host.answer(Error{ErrorCode::NotFound, ""});
  screen.draw();
  CHECK(screen.harness.names(Role::Status).front().starts_with("We do not have this service any more."));
  CHECK_FALSE(screen.harness.has(Role::Button, "Try again"));
  CHECK(screen.harness.has(Role::Link, "Back to what you found"));
}

TEST_CASE("in Welsh the headings and known terms are Welsh and the provider's words English") {
  ServiceScreen screen;
  screen.harness.words().use(ui::Language::Welsh);
  ServiceDetail service = sample_service();
  service.summary.support.push_back("Trampoline trainer");
  screen.answer(service);
  CHECK(screen.harness.has(Role::Heading, "Ar gyfer pwy"));
  CHECK(screen.harness.find(Role::Heading, "Otter Swim").lang == "en");
  CHECK(screen.harness.find(Role::Paragraph, "Lle tawel").lang.empty());
  CHECK(screen.harness.find(Role::Paragraph, "Trampoline trainer").lang == "en");
  CHECK(screen.harness.has(Role::Paragraph, "Gwiriwyd 12 diwrnod yn ôl"));
}

TEST_CASE("a price can be carried to whoever knows the budget, and is not when nobody takes it") {
  ServiceScreen nobody;
  nobody.answer(sample_service());
  CHECK_FALSE(nobody.harness.has(Role::Link, "Can my budget pay for this?"));

  ServiceScreen screen;
  screen.host.takes["short_break.cost"] = "/money/afford";
  ServiceDetail service = sample_service();
  service.cost_options[0].option = "One session";
  screen.answer(service);
  const Route link = Route::parse(screen.harness.find(Role::Link, "Can my budget pay for this?").href);
  CHECK(link.path == "/money/afford");
  const auto cost = wire::decode_frame<wire::CostIntent>(screen.host.intent_in(link));
  REQUIRE(cost.ok());
  CHECK(cost->service == service.summary.id);
  CHECK(cost->service_name == "Otter Swim");
  CHECK(cost->amount.pence() == 450);
  CHECK(cost->unit == wire::CostUnit::Session);
}

TEST_CASE("with several prices each link says which, and a free one or an unknown one has none") {
  ServiceScreen screen;
  screen.host.takes["short_break.cost"] = "/money/afford";
  ServiceDetail service = sample_service();
  service.cost_options.push_back({"Child", Money::from_pence(300).value(), "", {}, {}});
  service.cost_options.push_back({"Carer", Money(), "", {}, {}});
  service.cost_options.push_back({"Group", {}, "Ask", {}, {}});
  screen.answer(service);
  CHECK(screen.harness.has(Role::Link, "Can my budget pay for this? £4.50"));
  CHECK(screen.harness.has(Role::Link, "Can my budget pay for this? £3"));
  const auto links = screen.harness.names(Role::Link);
  CHECK(std::count_if(links.begin(), links.end(),
                      [](const std::string& name) { return name.starts_with("Can my budget"); }) == 2);
}

TEST_CASE("without a network the page is told from what the device has of all services, and says so") {
  ServiceScreen screen;
  ServiceDetail edited = sample_service();
  edited.summary.words += " edited";
  screen.host.answer(Error{ErrorCode::Offline, "nothing was reached"});
  screen.draw();
  REQUIRE(screen.host.asked.size() == 2);
  CHECK(screen.host.asked[1].path == "/api/local_offer/details");
  screen.host.answer_with(testing::sample_offer());
  screen.host.answer_with(OfferDetails{1, {Bytes{1, 2, 3}, write_detail(edited), write_detail(sample_service())}});
  screen.draw();
  CHECK(screen.harness.has(Role::Heading, "Otter Swim"));
  CHECK(screen.harness.has(Role::Paragraph, "A calm half hour."));
  CHECK(screen.harness.has(Role::Paragraph,
                           "We cannot reach the council now. This is what it said when we last fetched it."));
  CHECK(screen.page.title(screen.harness.words()) == "Otter Swim");
}

TEST_CASE("a page that the device has of an earlier edition of the service is not shown as this one's") {
  ServiceScreen screen;
  ServiceDetail edited = sample_service();
  edited.summary.words += " edited";
  screen.host.answer(Error{ErrorCode::Offline, "nothing was reached"});
  screen.draw();
  screen.host.answer_with(testing::sample_offer());
  screen.host.answer_with(OfferDetails{1, {write_detail(edited)}});
  screen.draw();
  CHECK_FALSE(screen.harness.has(Role::Heading, "Otter Swim"));
  CHECK(screen.harness.has(Role::Button, "Try again"));
}

TEST_CASE("what neither the council nor the device can tell is said to be out of reach, with another try") {
  ServiceScreen screen;
  screen.host.answer(Error{ErrorCode::Offline, "nothing was reached"});
  screen.draw();
  screen.host.answer(Error{ErrorCode::Offline, "nothing was reached"});
  screen.host.answer(Error{ErrorCode::Offline, "nothing was reached"});
  screen.draw();
  screen.harness.activate(screen.harness.find(Role::Button, "Try again"));
  screen.answer(sample_service());
  CHECK(screen.harness.has(Role::Heading, "Otter Swim"));
}

TEST_CASE("the next times and the weeks to come have the council's holidays in them") {
  ServiceScreen screen;
  screen.host.council_.school_holidays = {{{"Christmas holidays", "Gwyliau'r Nadolig"},
                                           Date::parse("2026-12-19").value(),
                                           Date::parse("2027-01-03").value(),
                                           {}}};
  screen.answer(sample_service());
  CHECK(screen.harness.has(Role::Paragraph, "Saturday 28 November, 9am to 9:30am"));
  CHECK(screen.harness.has(Role::Paragraph, "Saturday 12 December, 9am to 9:30am"));
  CHECK_FALSE(screen.harness.has(Role::Paragraph, "Saturday 19 December, 9am to 9:30am"));
  CHECK(screen.harness.has(Role::Definition, "Not on (Christmas holidays)"));
  CHECK(screen.harness.has(Role::Definition, "Saturday 12"));
}

TEST_CASE("what providers answer, who inspects them, how it is decided and where to complain is told") {
  ServiceScreen screen;
  ServiceDetail service = sample_service();
  service.summary.way_in = WayIn::Assessment;
  service.summary.registrations = {"Ofsted"};
  service.accreditations = "Ofsted: Good, May 2026.";
  service.send_answers = {{SendQuestion::Training, "All helpers have done autism training."}};
  screen.host.council_.safeguarding.title.en = "Worried about a child";
  screen.host.council_.safeguarding.phone = "01632 960321";
  screen.host.takes["short_break.said"] = "/comments";
  screen.answer(service);
  CHECK(screen.harness.has(Role::Heading, "What training have staff had?"));
  for (const char* words :
       {"All helpers have done autism training.", "Registered with Ofsted", "Ofsted: Good, May 2026.",
        "The council decides. Somebody first looks with you at what your family needs."}) {
    CAPTURE(words);
    CHECK(screen.harness.has(Role::Paragraph, words));
  }
  CHECK(screen.harness.find(Role::Link, "How we decide about short breaks").href == "/short-breaks");
  CHECK(screen.harness.find(Role::Link, "Ring 01632 960321").href == "tel:01632960321");
  CHECK(screen.harness.find(Role::Link, "Read what families say about this").href.starts_with("/comments?intent="));
}
