// A survey that goes to another device: what goes into the box and with which token, that the code is shown once and in
// plain words, and on the other device: where it is put, in whose name, and each way in which a code opens nothing.
#include "plugins/carry/words.hpp"
#include "plugins/feedback/pages/carry_away_page.hpp"
#include "plugins/feedback/pages/carry_here_page.hpp"
#include "tests/unit/plugins/survey_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::survey_id, testing::InFront, testing::published;
using ui::Role;
using What = Host::Carrying::What;

namespace {

const std::string code = "K7QM-4XBN-9TRW-2H5C";
const std::string invitation = "K7QM4XBN9TRW";

SurveyDraft begun() {
  SurveyDraft draft;
  IdBytes id{};
  id[0] = 0xab;
  draft.id = AnswerId(id);
  draft.response.edition = {testing::sample_definition().survey, 3, {}};
  draft.response.answers = {{"liked", Value::of_number(4)}};
  draft.question = "liked";
  return draft;
}

const std::string own_code = "AB000000000000000000000000000000";

std::string key(const std::string& of = {}) { return answers_key(testing::sample_definition().survey, {}, of); }

PersonId person(std::uint8_t number) {
  IdBytes id{};
  id[0] = number;
  return PersonId(id);
}

Bytes text(const std::string& words) { return Bytes(words.begin(), words.end()); }

template <class PageType>
struct CarryScreen : testing::PageScreen {
  PageType page{host};
  explicit CarryScreen(InFront who = InFront::Nobody) : PageScreen(carry_words, testing::sample_council()) {
    if (who == InFront::Sam) host.session_.person = person(1);
  }
  void draw() { PageScreen::draw(page); }
  void press(const char* name) {
    harness.activate(harness.find(Role::Button, name));
    draw();
  }
  bool says(const char* words) { return harness.has(Role::Status, words) || harness.has(Role::Paragraph, words); }
};

struct Away : CarryScreen<CarryAwayPage> {
  explicit Away(InFront who, const std::string& of, const PublishedForm& form) : CarryScreen(who) {
    auto& records = of.empty() ? host.records_ : host.nobodys_;
    records.drafts[key(of)] = wire::encode_payload(begun());
    Route route{"/carry/" + survey_id, {}};
    route.set("of", key(of));
    page.opened(Route::parse(route.text()));
    draw();
    host.answer_with(form);
    draw();
  }
  Host::Carrying made() {
    press("Make my code");
    REQUIRE(host.carried.size() == 1);
    return host.carried[0].what;
  }
};

struct Here : CarryScreen<CarryHerePage> {
  using CarryScreen::CarryScreen;
  void open() {
    draw();
    harness.type(harness.find(Role::TextField, "Your code"), code.c_str());
    draw();
    press("Open my answers");
    REQUIRE(host.carried.back().what.what == What::Here);
    CHECK(host.carried.back().what.code == code);
  }
  void answer(Result<Bytes> reply) {
    host.carried.back().reply(std::move(reply));
    draw();
  }
  void open_with(const CarriedDraft& carried) {
    open();
    answer(wire::encode_frame(carried));
  }
};

CarriedDraft carried(bool is_anonymous = true) {
  CarriedDraft one;
  one.draft = begun();
  one.form = wire::encode_frame(published(HowOften::Once, is_anonymous));
  if (!is_anonymous) one.person = person(1);
  return one;
}

}  // namespace

TEST_CASE("what was begun goes into the box with its questions and its ticket, and with nobody's name") {
  Away screen(InFront::Sam, {}, published(HowOften::Once, true));
  const Host::Carrying made = screen.made();
  CHECK(made.what == What::Away);
  CHECK(made.box == "/api/feedback/carried");
  CHECK(made.token_purpose == "survey-" + survey_id + "-3");
  CHECK(made.token_path.empty());
  CHECK(made.token_there == "/api/feedback/carried/" + own_code);
  const auto inside = wire::decode_frame<CarriedDraft>(made.content).value();
  CHECK(inside.draft.id == begun().id);
  CHECK(inside.draft.response.answers.at("liked").number == 4);
  CHECK(inside.person.is_nil());
  CHECK(inside.invitation.empty());
  CHECK(inside.form == wire::encode_frame(published(HowOften::Once, true)));
}

TEST_CASE("what was begun with an invitation takes it along, and a survey for all takes no ticket") {
  Away invited(InFront::Nobody, invitation, published(HowOften::Once, true));
  const Host::Carrying made = invited.made();
  CHECK(wire::decode_frame<CarriedDraft>(made.content).value().invitation == invitation);
  CHECK(made.token_path == "/api/feedback/invited/" + invitation + "/3");
  CHECK(made.token_there == made.token_path);
  Away for_all(InFront::Sam, {}, published(HowOften::AsTheyLike, true));
  CHECK(for_all.made().token_purpose.empty());
  Away named(InFront::Sam, {}, published(HowOften::Once, false));
  const Host::Carrying by_name = named.made();
  CHECK(by_name.token_purpose.empty());
  CHECK(wire::decode_frame<CarriedDraft>(by_name.content).value().person == person(1));
}

TEST_CASE("the code is shown with its last day, and is gone with the page") {
  Away screen(InFront::Sam, {}, published(HowOften::Once, true));
  screen.made();
  screen.host.carried[0].reply(text(code + "\n2026-12-06"));
  screen.draw();
  CHECK(screen.says(code.c_str()));
  CHECK(screen.says("It works until 6 December 2026."));
  CHECK(screen.says("Write it down now, or take a photo of it. We show it only this once."));
  CHECK_FALSE(screen.harness.has(Role::Button, "Make my code"));
  for (const auto& [key, value] : screen.host.records_.drafts) CHECK(std::ranges::search(value, text("K7QM")).empty());
  Away again(InFront::Sam, {}, published(HowOften::Once, true));
  CHECK_FALSE(again.says(code.c_str()));
}

TEST_CASE("why no code was made is said in words, and nothing here is lost") {
  const std::pair<ErrorCode, const char*> errors[] = {
      {ErrorCode::Offline,
       "This needs a network, and you are offline. Your answers are safe here. Try again when you are back."},
      {ErrorCode::Unavailable, "There were too many tries from where you are. Wait a few minutes, then try again."},
      {ErrorCode::TooLarge, "There is too much in your answers to take along. Please finish on this device."},
      {ErrorCode::Conflict,
       "Each person can answer this once, and your ticket for it is on another device. Please finish there."},
      {ErrorCode::Internal, "Something went wrong on our side. Nothing you did caused it, and your answers are safe."}};
  for (const auto& [error, words] : errors) {
    Away screen(InFront::Sam, {}, published(HowOften::Once, true));
    screen.made();
    screen.host.carried[0].reply(Error{error, "as the test said"});
    screen.draw();
    CHECK(screen.says(words));
    CHECK(screen.host.records_.drafts.contains(key()));
  }
}

TEST_CASE("an address that names another survey's answers, or none, takes nothing along") {
  for (const std::string& of : {std::string("feedback symbols"), std::string("feedback answers x "), std::string()}) {
    CarryScreen<CarryAwayPage> screen(InFront::Sam);
    screen.host.records_.drafts[of] = wire::encode_payload(begun());
    Route route{"/carry/" + survey_id, {}};
    route.set("of", of);
    screen.page.opened(route);
    screen.draw();
    CHECK(screen.says("There are no answers here to take along. Answer a question first."));
    CHECK(screen.host.asked.empty());
  }
}

TEST_CASE("what comes out of a box lies among nobody's drafts, whoever is signed in, and is gone on with") {
  for (const InFront who : {InFront::Nobody, InFront::Sam}) {
    Here screen(who);
    screen.open_with(carried());
    CHECK(screen.host.navigated.empty());
    CHECK(screen.host.nobodys_.drafts.contains(key(own_code)));
    CHECK(screen.host.carried.size() == 1);  // the box stays until the device has it
    screen.host.nobodys_.finish_drafts();
    screen.draw();
    CHECK(screen.host.navigated == std::vector<std::string>{"/say/" + survey_id + "?code=" + own_code});
    CHECK(screen.host.carried.back().what.what == What::Kept);
    CHECK(screen.host.carried.back().what.code == code);
    CHECK(screen.host.records_.drafts.empty());
    CHECK(screen.host.nobodys_.drafts.contains(form_key(begun().response.edition)));
    CHECK(screen.harness.find(Role::Link, "Your visit").href == "/say/" + survey_id + "?code=" + own_code);
  }
}

TEST_CASE("what has somebody's name opens only for them, and lies in their own drafts") {
  Here stranger(InFront::Nobody);
  stranger.open_with(carried(false));
  CHECK(
      stranger.says("These answers have somebody's name on them. Sign in as that person, then write the code again."));
  CHECK(stranger.harness.find(Role::Link, "Sign in").href == "/signin?then=/carry");
  CHECK(stranger.host.nobodys_.drafts.empty());
  CHECK(stranger.host.carried.size() == 1);
  Here sam(InFront::Sam);
  sam.open_with(carried(false));
  CHECK(sam.host.records_.drafts.contains(key()));
  CHECK(sam.host.nobodys_.drafts.empty());
  sam.host.records_.finish_drafts();
  sam.draw();
  CHECK(sam.host.navigated == std::vector<std::string>{"/say/" + survey_id});
}

TEST_CASE("a device that cannot keep it leaves it in its box") {
  Here screen;
  screen.open_with(carried());
  screen.host.nobodys_.fail_drafts(ErrorCode::TooLarge);
  screen.draw();
  CHECK(
      screen.says("This device could not save your answers, so we left them in their box. Free some room, then try "
                  "again, or use another device."));
  CHECK(screen.host.navigated.empty());
  CHECK(screen.host.carried.size() == 1);
}

TEST_CASE("the same box opened twice goes on with what is here, and another draft at its place is not written over") {
  Here twice;
  SurveyDraft further = begun();
  further.response.answers.insert_or_assign("liked", Value::of_number(2));
  twice.host.nobodys_.drafts[key(own_code)] = wire::encode_payload(further);
  twice.open_with(carried());
  CHECK(twice.host.nobodys_.drafts.at(key(own_code)) == wire::encode_payload(further));
  CHECK(twice.host.navigated.size() == 1);
  Here other;
  CarriedDraft with_invitation = carried();
  with_invitation.invitation = invitation;
  SurveyDraft different = begun();
  different.id = AnswerId(IdBytes{1});
  other.host.nobodys_.drafts[key(invitation)] = wire::encode_payload(different);
  other.open_with(with_invitation);
  CHECK(other.says(
      "You have begun this survey on this device already. Send that one first, then write your code again."));
  CHECK(other.host.nobodys_.drafts.at(key(invitation)) == wire::encode_payload(different));
  CHECK(other.host.navigated.empty());
}

TEST_CASE("each way in which a code opens nothing is said in words") {
  const std::pair<ErrorCode, const char*> errors[] = {
      {ErrorCode::NotFound,
       "This code opens nothing. It may have been used, or its time is over. Your answers are still "
       "on the first device: you can make a new code there."},
      {ErrorCode::Unavailable, "There were too many tries from where you are. Wait a few minutes, then try again."},
      {ErrorCode::Offline, "We cannot fetch your answers, because you are offline. Try again when you are back."},
      {ErrorCode::Incompatible,
       "This box is damaged, so we did not open it. Your answers are still on the first device."}};
  for (const auto& [error, words] : errors) {
    Here screen;
    screen.open();
    screen.answer(Error{error, "as the test said"});
    CHECK(screen.says(words));
    CHECK(screen.host.nobodys_.drafts.empty());
  }
  Here slip;
  slip.open();
  slip.answer(Error{ErrorCode::InvalidInput, "no code"});
  CHECK(slip.host.announced.back() ==
        "Look at your code again. A letter is missing or wrong. It looks like K7QM-4XBN-9TRW-2H5C.");
}

TEST_CASE("what is in a box and is none of ours opens nothing: other bytes, no id, an address for a code") {
  CarriedDraft no_id = carried();
  no_id.draft.id = {};
  CarriedDraft address = carried();
  address.invitation = "../../session/end";
  for (const Bytes& content : {Bytes(), Bytes(100, 0xff), wire::encode_frame(no_id), wire::encode_frame(address)}) {
    Here screen;
    screen.open();
    screen.answer(content);
    CHECK(screen.says("This box is damaged, so we did not open it. Your answers are still on the first device."));
    CHECK(screen.host.nobodys_.drafts.empty());
    CHECK(screen.host.navigated.empty());
  }
}

TEST_CASE("what came in a box is answered without signing in, and its ticket waits under its own name") {
  testing::SurveyScreen screen(InFront::Nobody);
  screen.host.nobodys_.drafts[key(own_code)] = wire::encode_payload(begun());
  screen.open("/say/" + survey_id + "?code=" + own_code);
  screen.host.answer_with(published(HowOften::Once, true));
  screen.draw();
  REQUIRE(screen.host.tokens.size() == 1);
  CHECK(screen.host.tokens[0] == "survey-" + survey_id + "-3/api/feedback/carried/" + own_code);
  CHECK_FALSE(screen.harness.has(Role::Link, "Sign in"));
  screen.pick("As happy as can be");
  screen.host.nobodys_.finish_drafts();
  screen.draw();
  CHECK(screen.says("Saved on this device"));
  const std::string href = screen.harness.find(Role::Link, "Go on with this on another device").href;
  CHECK(Route::parse(href).path == "/carry/" + survey_id);
  CHECK(Route::parse(href).value("of") == key(own_code));
}
