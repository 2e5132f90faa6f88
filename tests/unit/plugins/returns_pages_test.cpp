// The screens of returns: step by step, what is missing, sending, and answering the council in place.
#include "app/base/csv.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/direct_payments/model/returns/return_file.hpp"
#include "plugins/direct_payments/pages/returns/return_page.hpp"
#include "plugins/direct_payments/pages/returns/returns_page.hpp"
#include "plugins/returns/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/plugins/offer_sample.hpp"
#include "tests/unit/plugins/return_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

const DocumentId november_return = return_id(agreement_id, day_of("2026-11-02"));
const std::string november_address = "/money/returns/" + november_return.text();

Guide guide_with_rules() {
  Guide guide;
  guide.source = {{"Our guide", "Ein canllaw"}, day_of("2026-04-01")};
  guide.returns.receipt_from = pence_of(1000);
  guide.returns.statement = StatementAsked::Yes;
  guide.returns.send_within_days = 28;
  guide.returns.asks = {{"A receipt for £10 or more", "Derbynneb am £10 neu fwy"}};
  guide.returns.declaration = {"The money was spent on what was agreed.", "Cafodd yr arian ei wario."};
  return guide;
}

// A phone on which Sam is signed in on 1 December, with one spend of £12.50 in November.
template <class AnyPage>
struct ReturnScreen : PageScreen {
  MoneyStore store{host};
  RulesReader rules{host};
  std::unique_ptr<AnyPage> page;

  explicit ReturnScreen(std::string_view address, std::string_view today = "2026-12-01")
      : PageScreen(returns_words, sample_council()) {
    host.set_today(day_of(today));
    host.session_.person = sam;
    host.session_.name = "Sam Ashford";
    host.session_.children = {{riley, "Riley", wire::FamilyRole::Parent, {}}};
    host.session_.people = {{jo, "Jo Ashford", {}, {}}};
    host.records_.put(agreement_id, riley, sam, wire::Facet::Money, sample_agreement());
    host.records_.put(id_number<DocumentId>(1), riley, sam, wire::Facet::Money, council_payment(31200, "2026-11-02"));
    host.records_.put(id_number<DocumentId>(2), riley, sam, wire::Facet::Money, spend_of(1250, "2026-11-12", "Bus"));
    host.records_.keep_draft("direct_payments.guide", wire::encode_frame(guide_with_rules()), {});
    open(address);
  }
  void open(std::string_view address) {
    page = std::make_unique<AnyPage>(host, store, rules);
    page->opened(Route::parse(address));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void press(std::string_view button) {
    harness.activate(harness.find(Role::Button, button));
    draw();
    draw();
  }
  void type(std::string_view field, std::string_view text) {
    harness.type(harness.find(Role::TextField, field), text);
    draw();
  }
  void to_step(int step) {
    for (int i = 1; i < step; ++i) press("Next");
  }
  void kept() {
    host.records_.finish_saves();
    draw();
  }
  bool says(std::string_view text) const {
    return harness.has(Role::Paragraph, text) || harness.has(Role::Status, text);
  }
};

Return sent_return(ReturnState state) {
  Return one;
  SendReturn sent;
  sent.agreement = agreement_id;
  sent.first = day_of("2026-11-02");
  sent.last = day_of("2026-11-29");
  sent.figures.closing = pence_of(29950);
  send(one, sent, sam, day_of("2026-12-01"));
  if (state == ReturnState::Sent) return one;
  ReturnStep step;
  step.day = day_of("2026-12-03");
  step.officer = "R. Marsh";
  step.state = one.state = state;
  step.words = {"What was the bus for?", "Ar gyfer beth oedd y bws?"};
  one.steps.push_back(step);
  return one;
}

}  // namespace

TEST_CASE("the list says which return is next, from when and until when, and what became of those before") {
  ReturnScreen<ReturnsPage> screen("/money/returns");
  CHECK(screen.harness.has(Role::Heading, "Ready to send"));
  CHECK(screen.says("Please send it by Sunday 27 December."));
  CHECK(screen.harness.find(Role::Link, "Start this return").href == november_address);
  screen.host.records_.put(november_return, riley, sam, wire::Facet::Money, sent_return(ReturnState::Question), 2);
  screen.draw();
  CHECK(screen.harness.has(Role::Heading, "Your next return"));
  CHECK(screen.says("You can send it from Monday 28 December."));
  CHECK(screen.harness.find(Role::Link, "Monday 2 November to Sunday 29 November").href == november_address);
}

TEST_CASE("a return goes from what we ask to the declaration, and is saved with the numbers that were shown") {
  ReturnScreen<ReturnPage> screen(november_address);
  CHECK(screen.says("Step 1 of 5"));
  CHECK(screen.says("A receipt for £10 or more"));
  screen.press("Next");
  CHECK(screen.harness.has(Role::Heading, "Check the numbers"));
  CHECK(screen.harness.has(Role::Cell, "£299.50"));
  screen.press("Next");
  CHECK(screen.harness.find(Role::Link, "Add a receipt: Bus, £12.50").href ==
        "/money/entry/" + id_number<DocumentId>(2).text());
  screen.type("How much was there on the last day?", "299.50");
  screen.press("Next");
  CHECK(screen.says("1 payment has no receipt yet."));
  screen.type("Is there anything you want to tell us?", "The driver gave none");
  screen.press("Next");
  CHECK(screen.says("The money was spent on what was agreed."));
  screen.press("Send my return to the council");
  CHECK(screen.host.records_.saved.empty());
  CHECK(screen.harness.has(Role::Link, "Say that it is right before you send it"));
  screen.harness.activate(screen.harness.find(Role::Checkbox, "Yes, this is right"));
  screen.draw();
  screen.press("Send my return to the council");
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto sent = screen.host.records_.payload<SendReturn>(0);
  CHECK(sent.figures.closing == pence_of(29950));
  CHECK(sent.statement->closing == pence_of(29950));
  CHECK(sent.note == "The driver gave none");
  CHECK(sent.declared == Declared::Yes);
  screen.kept();
  CHECK(screen.says("We look at it and write to you here. You do not have to do anything now."));
  CHECK(screen.says("Saved on this device"));
  CHECK(screen.harness.find(Role::Link, "Save it as a spreadsheet file").href.starts_with("data:text/csv"));
}

TEST_CASE("the phone may be put down at any step: what was typed and the step are there again") {
  ReturnScreen<ReturnPage> screen(november_address);
  screen.to_step(3);
  screen.type("How much was there on the last day?", "29,95");
  screen.open(november_address);
  CHECK(screen.says("Step 3 of 5"));
  CHECK(screen.harness.find(Role::TextField, "How much was there on the last day?").value == "29,95");
}

TEST_CASE("a sum or a day that cannot be read is told beside its field, and nothing typed is lost") {
  ReturnScreen<ReturnPage> screen(november_address);
  screen.to_step(3);
  screen.type("How much was there on the last day?", "29,95");
  screen.type("The last day on it", "30 2 2026");
  screen.press("Next");
  CHECK(screen.says("Step 3 of 5"));
  CHECK(screen.harness.count(Role::ErrorSummary) == 1);
  CHECK(screen.harness.find(Role::TextField, "How much was there on the last day?").error ==
        "Enter what was there in pounds and pence, like 291.50");
  CHECK(screen.harness.find(Role::TextField, "The last day on it").error ==
        "There is no such day. Look at the day and the month again");
  screen.type("How much was there on the last day?", "0.00");
  screen.type("The last day on it", "1 11 2026");
  screen.press("Next");
  CHECK(screen.harness.find(Role::TextField, "The last day on it").error == "Enter a last day that is after the first");
  screen.type("The last day on it", "");
  screen.press("Next");
  CHECK(screen.harness.has(Role::Heading, "What is missing"));
}

TEST_CASE("a bank that differs is told with the payment of just that amount") {
  ReturnScreen<ReturnPage> screen(november_address);
  screen.to_step(3);
  screen.type("How much was there on the last day?", "312.00");
  screen.type("The last day on it", "28 11 2026");
  screen.press("Next");
  CHECK(screen.says("The statement leaves out 1 day."));
  CHECK(screen.says(
      "The bank has £12.50 more than your payments here say. Is a payment in twice, or did money come in?"));
  CHECK(screen.harness.find(Role::Link, "It is as much as this payment: Bus").href ==
        "/money/entry/" + id_number<DocumentId>(2).text());
}

TEST_CASE("a period that is not over can be looked at and not sent") {
  ReturnScreen<ReturnPage> screen(november_address, "2026-11-29");
  screen.to_step(5);
  CHECK(screen.says("These weeks are not over yet. You can send the return from Monday 30 November."));
  CHECK_FALSE(screen.harness.has(Role::Button, "Send my return to the council"));
}

TEST_CASE("the council's question stands with its name and is answered in place") {
  ReturnScreen<ReturnPage> screen(november_address);
  screen.host.records_.put(november_return, riley, sam, wire::Facet::Money, sent_return(ReturnState::Question), 2);
  screen.draw();
  CHECK(screen.says("What was the bus for?"));
  CHECK(screen.says("Thursday 3 December, R. Marsh"));
  screen.press("Send my answer");
  CHECK(screen.host.records_.saved.empty());
  CHECK(screen.harness.has(Role::Link, "Write your answer, in a few words"));
  screen.type("What would you like to say?", "It goes to the club");
  screen.press("Send my answer");
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.saved[0]->change.base.number == 2);
  CHECK(screen.host.records_.payload<AnswerReturn>(0).words == "It goes to the club");
  screen.kept();
  CHECK_FALSE(screen.harness.has(Role::Button, "Send my answer"));
  CHECK(screen.says("It goes to the club"));
}

TEST_CASE("a return that was opened again says who did and why, and is sent over the version that was seen") {
  ReturnScreen<ReturnPage> screen(november_address);
  screen.host.records_.put(november_return, riley, sam, wire::Facet::Money, sent_return(ReturnState::Reopened), 2);
  screen.draw();
  CHECK(screen.says("R. Marsh at the council opened this return again, so that you can put it right:"));
  CHECK(screen.says("What was the bus for?"));
  screen.to_step(5);
  screen.harness.activate(screen.harness.find(Role::Checkbox, "Yes, this is right"));
  screen.draw();
  screen.press("Send my return to the council");
  REQUIRE(screen.host.records_.saved.size() == 1);
  CHECK(screen.host.records_.saved[0]->change.base.number == 2);
  screen.kept();
  CHECK(screen.harness.has(Role::Heading, "What you sent before"));
}

TEST_CASE("an address of no return says so") {
  ReturnScreen<ReturnPage> screen("/money/returns/" + agreement_id.text());
  CHECK(screen.says("This return is not on this device. It may still be on its way."));
  screen.open("/money/returns/nonsense");
  CHECK(screen.says("This return is not on this device. It may still be on its way."));
}

TEST_CASE("the file of a period has every sum, line and payment, and no cell that a spreadsheet would run") {
  std::vector<Transaction> ledger = {council_payment(31200, "2026-11-02"),
                                     spend_of(1250, "2026-11-12", "=HYPERLINK(\"x\")"), spend_of(5, "2026-11-30")};
  const SentPeriod november{day_of("2026-11-02"), day_of("2026-11-29")};
  const ReturnFigures figures = return_figures(agreement_id, november, kept(ledger), {});
  const std::string file = return_file(agreement_id, november, figures, kept(ledger));
  CHECK(file.starts_with("\xEF\xBB\xBFrow,name,day,category,pounds,planned_pounds\r\n"));
  CHECK(file.find("sum,closing,,,299.50,\r\n") != std::string::npos);
  CHECK(file.find("line,,,activities,12.50,0.00\r\n") != std::string::npos);
  CHECK(file.find("payment,\"'=HYPERLINK(\"\"x\"\")\",2026-11-12,activities,-12.50,\r\n") != std::string::npos);
  CHECK(file.find("2026-11-30") == std::string::npos);
  for (const char* start : {"=1", "+1", "-1", "@x", "\tx", "\rx"}) CHECK(csv_cell(start).find('\'') <= 1);
  CHECK(data_address("a,\xC5\xB7\r\n") == "data:text/csv;charset=utf-8,a%2C%C5%B7%0D%0A");
}

TEST_CASE("what we ask is kept for when there is no network, but only once somebody is signed in") {
  ReturnScreen<ReturnsPage> screen("/money/returns");
  screen.host.records_.drafts.clear();
  screen.host.session_.person = {};
  screen.draw();
  REQUIRE(screen.host.asked.size() == 1);
  CHECK(screen.host.asked[0].path == "/api/direct_payments/guide");
  Guide guide = guide_with_rules();
  guide.returns.send_within_days = 14;
  screen.host.asked[0].reply(wire::encode_frame(guide));
  screen.draw();
  CHECK(screen.host.records_.drafts.empty());
  CHECK(screen.harness.has(Role::Link, "Sign in"));
  screen.host.session_.person = sam;
  screen.draw();
  CHECK(screen.says("Please send it by Sunday 13 December."));
  CHECK(screen.host.records_.drafts.size() == 1);
  RulesReader offline(screen.host);  // the next time, without a network
  CHECK(offline.guide().returns.send_within_days == 14);
}
