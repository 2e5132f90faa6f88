// The screen "May I spend it on this?", as somebody finds it by role and name: the answer in the rules' words, asking
// the council without a network, its written answers, and what is offered to whom.
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/direct_payments/model/returns/return_file.hpp"
#include "plugins/direct_payments/pages/spending/may_i_page.hpp"
#include "plugins/may_i/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

constexpr std::string_view what_field = "What do you want to pay for?";

SpendRules sample_rules() {
  SpendRules rules;
  rules.source = {"Our guide", "Ein canllaw"};
  rules.source_date = day_of("2026-04-01");
  rules.rules = {{SpendVerdict::Yes, {"A place at a club", "Lle mewn clwb"}, {"club", "clwb"}, {}, {}},
                 {SpendVerdict::No, {"Gambling", "Gamblo"}, {"lottery"}, {}, {}},
                 {SpendVerdict::AskFirst, {"Equipment", "Offer"}, {"trike"}, {}, {}}};
  return rules;
}

SpendQuestion answered(const char* what, SpendReply reply, const char* words) {
  SpendQuestion question;
  question.agreement = agreement_id;
  question.what = what;
  question.asked_by = sam;
  question.asked_on = day_of("2026-11-03");
  question.answer_by = day_of("2026-11-13");
  question.answers = {{day_of("2026-11-05"), "R. Marsh", reply, {words, ""}, {}}};
  return question;
}

struct MayIScreen : PageScreen {
  BookStore store{host};
  SpendRulesReader rules{host};
  std::unique_ptr<MayIPage> page;

  explicit MayIScreen(bool is_signed_in = true) : PageScreen(may_i_words, sample_council()) {
    if (!is_signed_in) return;
    host.session_.person = sam;
    host.session_.children = {{riley, "Riley", wire::FamilyRole::Parent, {}}};
    host.records_.put(agreement_id, riley, sam, wire::Facet::Money, sample_agreement());
  }
  void open(bool has_rules = true) {
    page = std::make_unique<MayIPage>(host, store, rules);
    page->opened(Route::parse("/money/may-i"));
    if (has_rules) host.asked.at(0).reply(wire::encode_frame(sample_rules()));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void type(std::string_view field, std::string_view text) {
    harness.type(harness.find(Role::TextField, field), text);
    draw();
  }
  void press(std::string_view button) {
    harness.activate(harness.find(Role::Button, button));
    draw();
  }
  void look_up(std::string_view what) {
    type(what_field, what);
    press("Look in the rules");
  }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
};

}  // namespace

TEST_CASE("signed out it answers from the rules for everybody, with their source and day, and asks nobody anything") {
  MayIScreen screen(false);
  screen.open();
  CHECK(screen.host.asked[0].path == "/api/direct_payments/rules");
  screen.look_up("a youth club");
  CHECK(screen.harness.has(Role::Heading, "a youth club"));
  CHECK(screen.says("Yes"));
  CHECK(screen.says("A place at a club"));
  CHECK(screen.says("Our guide, 1 April 2026"));
  CHECK_FALSE(screen.harness.has(Role::Button, "Send the question"));
  screen.look_up("the lottery");
  CHECK(screen.says("No"));
  screen.look_up("a drone");
  CHECK(screen.says("Our rules do not say"));
}

TEST_CASE("the verdict stands once on the screen, and is spoken once each time somebody looks") {
  MayIScreen screen(false);
  screen.open();
  screen.look_up("the lottery");
  screen.draw();
  std::size_t times = 0;
  for (const ui::Node& node : screen.harness.tree().nodes()) times += node.name == "No" || node.name.ends_with(": No.");
  CHECK(times == 1);
  CHECK(screen.host.announced == std::vector<std::string>{"the lottery: No."});
  screen.press("Look in the rules");
  CHECK(screen.host.announced.size() == 2);
}

TEST_CASE("an empty question and an amount that is none are told beside their fields, and nothing is answered") {
  MayIScreen screen;
  screen.open();
  screen.look_up("  ");
  CHECK(screen.harness.has(Role::Link, "Write what you want to pay for"));
  screen.type("About how much is it? You can leave this out.", "1,5");
  screen.look_up("a club");
  CHECK(screen.harness.has(Role::Link, "Write an amount, like 12.50, or leave it empty"));
  CHECK_FALSE(screen.harness.has(Role::Heading, "a club"));
}

TEST_CASE(
    "a question is on this device before the screen says so, stays there without a network, and is kept as typed") {
  MayIScreen screen;
  screen.open();
  screen.type("About how much is it? You can leave this out.", "£380");
  screen.look_up("A trike");
  screen.type("What is it for?", "To go out with friends");
  screen.press("Send the question");
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK_FALSE(screen.says("Your question is saved. It goes to us by itself. Our answer stays here in writing."));
  screen.host.records_.finish_saves();
  screen.draw();
  CHECK(screen.says("Your question is saved. It goes to us by itself. Our answer stays here in writing."));
  const auto ask = screen.host.records_.payload<AskToSpend>(0);
  CHECK(ask.what == "A trike");
  CHECK(ask.cost == pence_of(38000));
  CHECK(ask.why == "To go out with friends");
  CHECK(screen.harness.has(Role::Heading, "A trike, £380.00"));
  CHECK(screen.says("Saved on this device"));
}

TEST_CASE(
    "what the council answered stands with its words, who decided and when, and comes up again for the same thing") {
  MayIScreen screen;
  screen.host.records_.put(id_number<DocumentId>(60), riley, sam, wire::Facet::Money,
                           answered("A trike", SpendReply::YesIf, "If it is second hand."));
  screen.open();
  CHECK(screen.harness.has(Role::Heading, "What you asked us"));
  CHECK(screen.says("If it is second hand."));
  CHECK(screen.says("R. Marsh, 5 November 2026"));
  CHECK_FALSE(screen.says("You asked us this before"));
  screen.look_up("trikes");
  CHECK(screen.says("You asked us this before"));
}

TEST_CASE("the child's own agreement is told first, by its name") {
  MayIScreen screen;
  AgreedWords agreed;
  agreed.agreement = agreement_id;
  agreed.source = {"Riley's plan", "Cynllun Riley"};
  agreed.source_date = day_of("2026-10-12");
  agreed.rules = {{SpendVerdict::Yes, {"A trike up to £400", ""}, {"trike"}, {}, {}}};
  screen.host.records_.put(agreed_words_id(agreement_id), riley, sam, wire::Facet::Money, agreed);
  screen.open();
  screen.look_up("trike");
  CHECK(screen.says("Yes"));
  CHECK(screen.says("Your own agreement says:"));
  CHECK(screen.says("Riley's plan, 12 October 2026"));
}

TEST_CASE("who may only look reads the answers and is offered no question") {
  MayIScreen screen;
  screen.host.session_.person = jo;
  screen.host.session_.people = {{sam, "Sam Ashford", {{riley.id, wire::Facet::Money, wire::ShareLevel::See}}, {}}};
  screen.open();
  screen.look_up("trike");
  CHECK(screen.says("Equipment"));
  CHECK(screen.says("This is Sam Ashford's money. You may look at it, and only they can change it."));
  CHECK_FALSE(screen.harness.has(Role::Button, "Send the question"));
}

TEST_CASE("a question that the council could not take says so until it is put away, with the words in it") {
  MayIScreen screen;
  screen.open();
  screen.look_up("A trike");
  screen.press("Send the question");
  screen.host.records_.finish_saves();
  screen.host.records_.set_state(0, ChangeState::Refused, "too_many");
  screen.draw();
  CHECK(screen.says("Many of your questions still wait for us. Please ring us."));
  screen.press("Put this away");
  CHECK(screen.host.records_.dismissed.size() == 1);
}

TEST_CASE("without a network and without rules on the device it says so, and tries again") {
  MayIScreen screen;
  screen.open(false);
  screen.host.asked.at(0).reply(Error{ErrorCode::Offline, ""});
  screen.draw();
  CHECK(screen.says("We cannot reach the council now, and this device does not have the rules yet."));
  screen.press("Try again");
  CHECK(screen.host.asked.size() == 2);
}

TEST_CASE("the family's own file of a period has what the council answered, and no cell of it is a formula") {
  const std::vector<SpendQuestion> questions = {answered("=cmd|calc", SpendReply::No, "Not this.")};
  const std::string file =
      return_file(agreement_id, {day_of("2026-11-02"), day_of("2026-11-29")}, ReturnFigures(), {}, questions);
  CHECK(file.find("answer,'=cmd|calc: Not this. (R. Marsh),2026-11-05,no,,\r\n") != std::string::npos);
}
