// Money that came in beside the council's payments, or went back: what each kind does to the ledger, what is asked to
// be put right, and the screen of it as somebody finds it by role and name.
#include "plugins/direct_payments/pages/agreed/money_in_page.hpp"

#include "app/ui/ui.hpp"
#include "plugins/agreed/words.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/model/money_left.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;
using ui::Role;

namespace {

const Date today = day_of("2026-11-22");

MoneyInForm typed(MoneyInKind kind, std::string amount = "20", std::string day = "20 11 2026") {
  MoneyInForm form;
  form.kind = name_of(kind);
  form.amount = std::move(amount);
  form.day = std::move(day);
  return form;
}

RecordTransaction taken(const MoneyInForm& form, const Book& book = sample_book()) {
  auto checked = check(form, "Money", book, book.agreements.front(), today);
  REQUIRE(std::holds_alternative<RecordTransaction>(checked));
  return std::get<RecordTransaction>(std::move(checked));
}

MoneyInFaults wrong(const MoneyInForm& form, const Book& book = sample_book()) {
  const auto checked = check(form, "Money", book, book.agreements.front(), today);
  REQUIRE(std::holds_alternative<MoneyInFaults>(checked));
  return std::get<MoneyInFaults>(checked);
}

// What is left with this beside the first payment of £312.00.
MoneyLeft left_with(const MoneyInForm& form) {
  const RecordTransaction record = taken(form);
  Transaction transaction;
  transaction.agreement = agreement_id;
  transaction.day = record.day;
  transaction.postings = record.postings;
  const Agreement agreement = sample_agreement();
  const Transaction ledger[] = {council_payment(31200, "2026-11-02"), transaction};
  return money_left(agreement_id, agreement, ledger, {}, period_of(agreement, today));
}

struct InScreen : PageScreen {
  BookStore store{host};
  std::unique_ptr<MoneyInPage> page;

  explicit InScreen(wire::ShareLevel money = wire::ShareLevel::Change) : PageScreen(agreed_words, sample_council()) {
    host.set_today(today);
    host.session_.person = jo;
    host.session_.children = {{riley, "Riley", wire::FamilyRole::Parent, {}}};
    host.session_.people = {{sam, "Sam Ashford", {{riley.id, wire::Facet::Money, money}}, {}}};
    host.records_.put(agreement_id, riley, sam, wire::Facet::Money, sample_agreement());
    open();
  }
  void open() {
    page = std::make_unique<MoneyInPage>(host, store);
    page->opened(Route::parse("/money/in"));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void type(std::string_view field, std::string_view text) {
    harness.type(harness.find(Role::TextField, field), text);
    draw();
  }
  void pick(std::string_view choice) {
    harness.activate(harness.find(Role::Radio, choice));
    draw();
  }
  void press(std::string_view button) {
    harness.activate(harness.find(Role::Button, button));
    draw();
  }
};

}  // namespace

TEST_CASE("own money and what was there before are paid in, money back is not spent, and what goes back is") {
  struct Case {
    MoneyInKind kind;
    std::int64_t paid_in, spent;
  };
  for (const Case& one : {Case{MoneyInKind::Own, 33200, 0}, Case{MoneyInKind::Before, 33200, 0},
                          Case{MoneyInKind::Refund, 31200, -2000}, Case{MoneyInKind::Repaid, 31200, 2000}}) {
    CAPTURE(std::string(name_of(one.kind)));
    const RecordTransaction record = taken(typed(one.kind));
    CHECK_FALSE(check_postings(record.postings));
    const MoneyLeft left = left_with(typed(one.kind));
    CHECK(left.paid_in == one.paid_in);
    CHECK(left.spent == one.spent);
  }
}

TEST_CASE("a refund goes back to the kind of thing that it had been paid for") {
  MoneyInForm form = typed(MoneyInKind::Refund, "8.50");
  form.category = "travel";
  form.what = " Bus was cancelled ";
  const RecordTransaction record = taken(form);
  CHECK(record.postings == std::vector<Posting>{{Account::Bank, pence_of(850)}, {Account::Travel, pence_of(-850)}});
  CHECK(record.text == "Bus was cancelled");
}

TEST_CASE("what was there before counts from the first day of the payment, whatever day is typed") {
  CHECK(taken(typed(MoneyInKind::Before, "20", "long ago")).day == day_of("2026-11-02"));
}

TEST_CASE("money on a card or kept by somebody else comes into that account") {
  Book book = sample_book();
  AgreementTerms card;
  card.from = day_of("2026-11-02");
  card.account = Account::PrepaidCard;
  book.agreements.front().agreement.later = {card};
  CHECK(taken(typed(MoneyInKind::Own), book).postings.front().account == Account::PrepaidCard);
}

TEST_CASE("what is typed wrongly is asked about, each thing once") {
  for (const char* amount : {"", "-5", "12,50", "0", "8.505", "eight", "1000000"})
    CHECK(wrong(typed(MoneyInKind::Own, amount)).is_amount_wrong);
  CHECK(wrong(typed(MoneyInKind::Own, "5", "31 02 2026")).day == MoneyInDay::NotADay);
  CHECK(wrong(typed(MoneyInKind::Own, "5", "23 11 2026")).day == MoneyInDay::Later);
  CHECK(wrong(typed(MoneyInKind::Own, "5", "01 11 2026")).day == MoneyInDay::TooEarly);
  MoneyInForm form = typed(MoneyInKind::Own, "", "");
  form.what = std::string(201, 'x');
  const MoneyInFaults all = wrong(form);
  CHECK(all.is_amount_wrong);
  CHECK(all.is_text_wrong);
  CHECK(all.day == MoneyInDay::NotADay);
}

TEST_CASE("nothing comes into weeks whose return is with the council, and it says so") {
  Book book = sample_book();
  Return sent;
  sent.agreement = agreement_id;
  sent.first = day_of("2026-11-02");
  sent.last = day_of("2026-11-29");
  sent.state = ReturnState::Sent;
  book.returns.push_back({return_id(agreement_id, sent.first), {1, {}}, riley, sent, Progress::WithCouncil});
  CHECK(wrong(typed(MoneyInKind::Own), book).day == MoneyInDay::Sent);
  CHECK(wrong(typed(MoneyInKind::Before), book).day == MoneyInDay::Sent);
}

TEST_CASE("a family writes down what it paid in, and sees that it is saved only when it is") {
  InScreen screen;
  screen.type("How much?", "25.00");
  screen.press("Save this");
  REQUIRE(screen.host.records_.saved.size() == 1);
  const auto record = screen.host.records_.payload<RecordTransaction>(0);
  CHECK(record.postings ==
        std::vector<Posting>{{Account::Bank, pence_of(2500)}, {Account::FamilyContribution, pence_of(-2500)}});
  CHECK(record.text == "We paid it in ourselves");
  CHECK_FALSE(screen.harness.has(Role::Heading, "Saved on this device"));
  screen.host.records_.finish_saves();
  screen.draw();
  CHECK(screen.harness.has(Role::Heading, "Saved on this device"));
  CHECK(screen.harness.has(Role::Paragraph, "We paid it in ourselves, £25.00"));
  screen.press("Write down something else");
  CHECK(screen.harness.find(Role::TextField, "How much?").value.empty());
}

TEST_CASE("mistakes are named with a way to them, and what was typed stays on the device") {
  InScreen screen;
  screen.type("How much?", "12,50");
  screen.press("Save this");
  CHECK(screen.harness.has(Role::Link, "Enter the amount in pounds and pence, like 8.50"));
  CHECK(screen.host.records_.saved.empty());
  screen.open();
  CHECK(screen.harness.find(Role::TextField, "How much?").value == "12,50");
}

TEST_CASE("what was there before asks for no day, and says what is written down already") {
  InScreen screen;
  screen.pick("It was in the account before this payment began");
  CHECK_FALSE(screen.harness.has(Role::TextField, "When?"));
  CHECK(screen.harness.has(Role::Paragraph, "It counts from 2 November 2026, the first day of this payment."));
  Transaction before = spend_of(1, "2026-11-02");
  before.postings = {{Account::Bank, pence_of(5000)}, {Account::OpeningBalance, pence_of(-5000)}};
  screen.host.records_.put(id_number<DocumentId>(7), riley, sam, wire::Facet::Money, before);
  screen.draw();
  CHECK(screen.harness.has(Role::Paragraph,
                           "£50.00 is written down as there before already. If that was wrong, take it back in the "
                           "list of your payments first."));
}

TEST_CASE("who may only look at the money is told so and offered no form") {
  InScreen screen(wire::ShareLevel::See);
  CHECK(screen.harness.has(Role::Paragraph,
                           "This is Sam Ashford's money. You may look at it, and only they can change it."));
  CHECK_FALSE(screen.harness.has(Role::Button, "Save this"));
  CHECK_FALSE(screen.harness.has(Role::TextField, "How much?"));
}
