#include "app/plugin_api/intent_link.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/requests/model/request_rules.hpp"
#include "plugins/requests/pages/new_request_page.hpp"
#include "plugins/requests/pages/request_page.hpp"
#include "plugins/requests/pages/requests_page.hpp"
#include "plugins/requests/words.hpp"
#include "tests/support/family_sample.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace alongside;
using namespace alongside::requests;
using namespace alongside::testing;
using ui::Role;

namespace {

const DocumentId request_id = id_number<DocumentId>(7);

std::string ask_address(std::string name) {
  wire::AskIntent intent;
  intent.service = "00000000-0000-4000-8000-000000000001";
  intent.service_name = std::move(name);
  return intent_link("/requests/new", wire::encode_frame(intent));
}

FamilyRequest farm_tea() {
  AskFor ask;
  ask.id = request_id;
  ask.service_name = "Farm Tea";
  ask.needs = "An afternoon to sleep";
  return request_of(ask, day_of("2026-11-20"), day_of("2026-11-30"));
}

RequestStep council_says(RequestStatus status, std::string words, std::string welsh = {}) {
  RequestStep step;
  step.day = day_of("2026-11-21");
  step.by = StepBy::Council;
  step.status = status;
  step.words = {std::move(words), std::move(welsh)};
  return step;
}

// A phone on which Sam is signed in, Riley's parent.
template <class AnyPage>
struct RequestScreen : PageScreen {
  RequestStore store{host};
  std::unique_ptr<AnyPage> page;

  explicit RequestScreen(std::string_view address, wire::FamilyRole role = wire::FamilyRole::Parent)
      : PageScreen(requests_words, sample_council()) {
    host.session_.person = sam;
    host.session_.children = {{riley, "Riley", role, {}}};
    open(address);
  }

  void open(std::string_view address) {
    page = std::make_unique<AnyPage>(host, store);
    page->opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void put(const FamilyRequest& request, std::uint64_t version = 1) {
    host.records_.put(request_id, riley, sam, wire::Facet::Own, request, version);
    draw();
  }
  void kept() {
    host.records_.finish_saves();
    draw();
  }
  void press(std::string_view button) {
    harness.activate(harness.find(Role::Button, button));
    draw();
  }
  void type(std::string_view field, std::string_view text) {
    harness.type(harness.find(Role::TextField, field), text);
    draw();
  }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
};

const std::string one_address = "/requests/one/" + request_id.text();

}  // namespace

TEST_CASE("signed out, asking begins with signing in, and the phone number stands beside it") {
  RequestScreen<NewRequestPage> screen("/requests/new");
  screen.host.session_.person = {};
  screen.draw();
  CHECK(screen.harness.find(Role::Link, "Sign in").href == "/signin?then=/requests/new");
  CHECK(screen.harness.has(Role::Link, "Ring 01632 960123"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Send it to us"));
}

TEST_CASE("a helper is told that others ask") {
  RequestScreen<NewRequestPage> screen("/requests/new", wire::FamilyRole::Helper);
  CHECK_FALSE(screen.harness.has(Role::Button, "Send it to us"));
  CHECK(screen.says("Only a parent, a carer or the young person can ask here. Ring us if that is wrong."));
}

TEST_CASE("the service somebody came from is what is asked for, and can be put away") {
  RequestScreen<NewRequestPage> screen(ask_address("Farm Tea"));
  CHECK(screen.says("Farm Tea"));
  CHECK_FALSE(screen.harness.has(Role::RadioGroup, "What would you like to ask for?"));
  screen.type("What would help?", "An afternoon to sleep");
  screen.press("Send it to us");
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto ask = screen.host.records_.payload<AskFor>(0);
  CHECK(ask.service_name == "Farm Tea");
  CHECK(ask.service.text() == "00000000-0000-4000-8000-000000000001");
  CHECK(ask.needs == "An afternoon to sleep");
  CHECK(screen.host.records_.saved[0]->change.subject == riley);

  RequestScreen<NewRequestPage> other(ask_address("Farm Tea"));
  other.press("Ask for something else");
  CHECK(other.harness.has(Role::RadioGroup, "What would you like to ask for?"));
}

TEST_CASE("an address with a spoilt or endless service asks what it is instead") {
  for (const std::string& address :
       {std::string("/requests/new?intent=%00nonsense"), ask_address(std::string(600, 'a'))}) {
    RequestScreen<NewRequestPage> screen(address);
    CHECK(screen.harness.has(Role::RadioGroup, "What would you like to ask for?"));
  }
}

TEST_CASE("a request without words says what is missing and is not sent") {
  RequestScreen<NewRequestPage> screen("/requests/new");
  screen.press("Send it to us");
  CHECK(screen.harness.has(Role::Link, "Write a few words about what would help"));
  CHECK(screen.host.records_.saved.empty());
}

TEST_CASE("what was typed stays on the device until it is sent, and comes back") {
  RequestScreen<NewRequestPage> screen("/requests/new");
  screen.type("What would help?", "An afternoon to sleep");
  CHECK(screen.host.records_.drafts.size() == 1);
  screen.open("/requests/new");
  CHECK(screen.says("This is what you wrote before."));
  CHECK(screen.harness.find(Role::TextField, "What would help?").value == "An afternoon to sleep");
  screen.press("Send it to us");
  CHECK(screen.host.records_.drafts.size() == 1);
  screen.kept();
  CHECK(screen.host.records_.drafts.empty());
  CHECK(screen.harness.has(Role::Heading, "Saved. Your request is on its way to us."));
  CHECK(screen.host.announced.back() == "Saved. Your request is on its way to us.");
}

TEST_CASE("a device that is full says so and keeps the words in the form") {
  RequestScreen<NewRequestPage> screen("/requests/new");
  screen.type("What would help?", "An afternoon to sleep");
  screen.press("Send it to us");
  screen.host.records_.fail_saves(ErrorCode::TooLarge);
  screen.draw();
  CHECK(screen.says("This device could not keep it. Your words are still here: try again, or ring us."));
  CHECK(screen.harness.find(Role::TextField, "What would help?").value == "An afternoon to sleep");
}

TEST_CASE("the list says how each request stands and what happens next") {
  RequestScreen<RequestsPage> screen("/requests");
  CHECK(screen.says("Nothing yet."));
  screen.put(farm_tea());
  CHECK(screen.harness.find(Role::Link, "Farm Tea").href == one_address);
  CHECK(screen.says("With us"));
  CHECK(screen.says("You get a first answer by Monday 30 November."));
}

TEST_CASE("one request tells all that happened, in the person's language where the council wrote it") {
  RequestScreen<RequestPage> screen(one_address);
  CHECK(screen.says("This request is not on this device. It may still be on its way."));
  FamilyRequest request = farm_tea();
  request.steps = {council_says(RequestStatus::Question, "Which day?", "Pa ddiwrnod?")};
  screen.put(request, 2);
  CHECK(screen.says("We have a question"));
  CHECK(screen.says("Please answer below, then we go on."));
  CHECK(screen.says("The council, Saturday 21 November"));
  CHECK(screen.says("Which day?"));
  screen.harness.words().use(ui::Language::Welsh);
  screen.draw();
  CHECK(screen.says("Pa ddiwrnod?"));
}

TEST_CASE("more can be said to an open request, and goes with the version that was seen") {
  RequestScreen<RequestPage> screen(one_address);
  FamilyRequest request = farm_tea();
  request.steps = {council_says(RequestStatus::Question, "Which day?")};
  screen.put(request, 2);
  screen.press("Add this");
  CHECK(screen.host.records_.saved.empty());
  CHECK(screen.harness.has(Role::Link, "Write a few words about what would help"));
  screen.type("Your words", "Any day");
  screen.press("Add this");
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.payload<AddWords>(0).words == "Any day");
  CHECK(screen.host.records_.saved[0]->change.base.number == 2);
  screen.kept();
  CHECK(screen.says("Saved. We see it with your request."));
  CHECK(screen.says("Any day"));
  CHECK(screen.says("Somebody is looking at it"));
}

TEST_CASE("words that are more than can be kept are told so, and stay in the field") {
  RequestScreen<RequestPage> screen(one_address);
  screen.put(farm_tea());
  std::string long_words;
  while (long_words.size() <= FamilyRequest::most_words) long_words += "字";
  screen.type("Your words", long_words);
  screen.press("Add this");
  CHECK(screen.host.records_.saved.empty());
  CHECK(screen.harness.has(Role::Link, "That is more than we can keep. Please make it shorter"));
  CHECK(screen.harness.find(Role::TextField, "Your words").value == long_words);
}

TEST_CASE("a day on this device is the United Kingdom's, also in the hour after midnight in summer") {
  RequestScreen<RequestPage> screen(one_address);
  AskFor ask;
  ask.id = request_id;
  ask.needs = "An afternoon to sleep";
  screen.host.records_.save(change_of(riley, ask), {});
  screen.host.records_.saved[0]->made_at_ms = 1'782'858'600'000;  // 2026-06-30 22:30 UTC and an hour: 23:30 there
  screen.draw();
  CHECK(screen.harness.has(Role::Definition, "Tuesday 30 June"));
  screen.host.records_.saved[0]->made_at_ms += 3'600'000;
  screen.host.records_.finish_saves();
  screen.draw();
  CHECK(screen.harness.has(Role::Definition, "Wednesday 1 July"));
}

TEST_CASE("taking back is asked twice, and a closed request offers neither words nor taking back") {
  RequestScreen<RequestPage> screen(one_address);
  screen.put(farm_tea());
  screen.press("Take this request back");
  CHECK(screen.host.records_.saved.empty());
  screen.press("Yes, take it back");
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.saved[0]->change.kind == TakeBack::schema.id);
  screen.kept();
  CHECK(screen.says("You took it back"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Take this request back"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Add this"));
}

TEST_CASE("a request shows its family by when there is an answer, and that it is late when that day has passed") {
  RequestScreen<RequestPage> screen("/requests/one/" + request_id.text());
  screen.host.takes["rights.complain"] = "/rights/about/complaints";
  screen.put(farm_tea());
  CHECK(screen.harness.has(Role::Definition, "Monday 30 November"));
  CHECK_FALSE(screen.harness.has(Role::Link, "What you can do if this is not right"));
  FamilyRequest late = farm_tea();
  late.answer_by = day_of("2026-11-21");  // yesterday
  screen.put(late, 2);
  CHECK(screen.harness.has(Role::Paragraph, "You should have had an answer by now. We are sorry. Ring us and ask."));
  const auto href = screen.harness.find(Role::Link, "What you can do if this is not right").href;
  const auto intent = wire::decode_frame<wire::ComplainIntent>(intent_of(Route::parse(href)));
  REQUIRE(intent.ok());
  CHECK(intent->about == "Farm Tea");
  FamilyRequest looked_at = late;
  looked_at.steps.push_back(council_says(RequestStatus::LookedAt, "We look."));
  screen.put(looked_at, 3);
  CHECK_FALSE(screen.harness.has(Role::Link, "What you can do if this is not right"));
}

TEST_CASE("from every page of asking, help right now and one's rights are one step away") {
  for (const char* address : {"/requests", "/requests/new"}) {
    const bool is_new = std::string_view(address).ends_with("new");
    const auto check = [&](auto& screen) {
      screen.host.takes["rights.help"] = "/rights";
      screen.draw();
      CHECK(screen.harness.find(Role::Link, "Help right now: all the numbers").href == "/help");
      const std::string href = screen.harness.find(Role::Link, "Your rights, and who is on your side").href;
      CHECK(Route::parse(href).path == "/rights");
    };
    if (is_new) {
      RequestScreen<NewRequestPage> screen(address);
      check(screen);
    } else {
      RequestScreen<RequestsPage> screen(address);
      check(screen);
    }
  }
  RequestScreen<RequestPage> screen("/requests/one/" + request_id.text());
  screen.put(farm_tea());
  CHECK(screen.harness.has(Role::Link, "Help right now: all the numbers"));
}

TEST_CASE("a no says what can be done about it") {
  RequestScreen<RequestPage> screen(one_address);
  FamilyRequest request = farm_tea();
  request.steps = {council_says(RequestStatus::No, "The farm is full this year.")};
  screen.put(request, 2);
  CHECK(screen.says("Not this time"));
  CHECK(screen.harness.find(Role::Link, "Help right now: all the numbers").href == "/help");
}

TEST_CASE("a change that the council refused stays in words until it has been read") {
  RequestScreen<RequestsPage> screen("/requests");
  AskFor ask;
  ask.id = request_id;
  ask.needs = "An afternoon to sleep";
  screen.host.records_.save(change_of(riley, ask), {});
  screen.host.records_.set_state(0, ChangeState::Refused, "too_many");
  screen.draw();
  CHECK(screen.says("There are a great many open requests, so this one was not taken. Please ring us."));
  CHECK(screen.says("An afternoon to sleep"));
  screen.press("I have read this");
  CHECK(screen.host.records_.dismissed.size() == 1);
}
