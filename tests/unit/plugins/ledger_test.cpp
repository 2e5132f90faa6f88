#include "app/wire/messages/push.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/afford.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

std::optional<LedgerFault> fault_of(const Transaction& transaction) {
  return check_transaction(transaction, sample_agreement(), day_of("2026-11-22"));
}

MoneyLeft left_of(const std::vector<Transaction>& ledger, const std::vector<PlannedItem>& plan = {},
                  std::string_view day = "2026-11-22") {
  const Agreement agreement = sample_agreement();
  return money_left(agreement_id, agreement, ledger, plan, period_of(agreement, day_of(day)));
}

}  // namespace

TEST_CASE("a period of four weeks begins and ends where the agreement says, also before it began") {
  const Agreement agreement = sample_agreement();
  const auto expect = [&](const char* day, std::int32_t index, const char* first, const char* last) {
    CAPTURE(day);
    CHECK(period_of(agreement, day_of(day)) == BudgetPeriod{index, day_of(first), day_of(last)});
  };
  expect("2026-11-02", 0, "2026-11-02", "2026-11-29");
  expect("2026-11-29", 0, "2026-11-02", "2026-11-29");
  expect("2026-11-30", 1, "2026-11-30", "2026-12-27");
  expect("2026-11-01", -1, "2026-10-05", "2026-11-01");
  expect("2026-10-05", -1, "2026-10-05", "2026-11-01");
  expect("2026-10-04", -2, "2026-09-07", "2026-10-04");
}

TEST_CASE("a balanced spend on a day of the agreement is taken") {
  CHECK_FALSE(fault_of(spend_of(800, "2026-11-21")).has_value());
  Transaction split = spend_of(800, "2026-11-21");
  split.postings = {
      {Account::Activities, pence_of(500)}, {Account::Travel, pence_of(300)}, {Account::Bank, pence_of(-800)}};
  CHECK_FALSE(fault_of(split).has_value());
}

TEST_CASE("each thing that a transaction may not be is named") {
  const auto with = [](auto change) {
    Transaction transaction = spend_of(800, "2026-11-21");
    change(transaction);
    return fault_of(transaction);
  };
  CHECK(with([](Transaction& t) { t.postings[0].amount = pence_of(799); }) == LedgerFault::Unbalanced);
  CHECK(with([](Transaction& t) { t.postings.clear(); }) == LedgerFault::PostingCount);
  CHECK(with([](Transaction& t) { t.postings.resize(1); }) == LedgerFault::PostingCount);
  CHECK(with([](Transaction& t) { t.postings.resize(9, t.postings[0]); }) == LedgerFault::PostingCount);
  CHECK(with([](Transaction& t) { t.postings.push_back({Account::Travel, Money()}); }) == LedgerFault::NoAmount);
  CHECK(with([](Transaction& t) { t.postings[0].account = static_cast<Account>(200); }) == LedgerFault::UnknownAccount);
  CHECK(with([](Transaction& t) { t.text = " \t "; }) == LedgerFault::BadText);
  CHECK(with([](Transaction& t) { t.text = "a\nb"; }) == LedgerFault::BadText);
  CHECK(with([](Transaction& t) { t.text = std::string("a\0b", 3); }) == LedgerFault::BadText);
  CHECK(with([](Transaction& t) { t.text = "\xff"; }) == LedgerFault::BadText);
  CHECK(with([](Transaction& t) { t.text = std::string(201, 'a'); }) == LedgerFault::BadText);
  CHECK(with([](Transaction& t) { t.day = day_of("2026-11-01"); }) == LedgerFault::BeforeAgreement);
  CHECK(with([](Transaction& t) { t.day = day_of("2026-11-23"); }) == LedgerFault::TooFarAhead);
  CHECK(fault_of(spend_of(Transaction::most_pence + 1, "2026-11-21")) == LedgerFault::AmountTooLarge);
  CHECK_FALSE(fault_of(spend_of(Transaction::most_pence, "2026-11-21")).has_value());
}

TEST_CASE("a text of 200 Welsh letters is as long as one of 200 English letters") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "ŷ";
  CHECK(is_fit_text(text));
  CHECK_FALSE(is_fit_text(text + "a"));
}

TEST_CASE("after an agreement has ended there are three months for the last bills") {
  Agreement agreement = sample_agreement();
  agreement.ends = day_of("2026-11-10");
  const Date far = day_of("2027-11-22");
  CHECK_FALSE(check_transaction(spend_of(800, "2027-02-10"), agreement, far).has_value());
  CHECK(check_transaction(spend_of(800, "2027-02-11"), agreement, far) == LedgerFault::AfterAgreement);
}

TEST_CASE("only the council writes what the council paid") {
  CHECK(check_family_transaction(council_payment(31200, "2026-11-02")) == LedgerFault::NotForFamilies);
  CHECK_FALSE(check_family_transaction(spend_of(800, "2026-11-21")).has_value());
  CHECK_FALSE(may_be_reversed(council_payment(31200, "2026-11-02")));
  CHECK(may_be_reversed(spend_of(800, "2026-11-21")));
  Transaction undone = reversal(spend_of(800, "2026-11-21"), "twice");
  undone.reverses = id_number<DocumentId>(9);
  CHECK_FALSE(may_be_reversed(undone));
}

TEST_CASE("a plan item has a name, a price, a number of times and a category of spending") {
  const auto with = [](auto change) {
    PlanItem item = sample_plan(800, 3);
    change(item);
    return check_plan_item(item, sample_agreement());
  };
  CHECK_FALSE(with([](PlanItem&) {}).has_value());
  CHECK(with([](PlanItem& p) { p.name = ""; }) == LedgerFault::BadText);
  CHECK(with([](PlanItem& p) { p.units = 0; }) == LedgerFault::BadUnits);
  CHECK(with([](PlanItem& p) { p.units = std::numeric_limits<std::uint32_t>::max(); }) == LedgerFault::BadUnits);
  CHECK(with([](PlanItem& p) { p.unit_cost = pence_of(-1); }) == LedgerFault::NoAmount);
  CHECK(with([](PlanItem& p) { p.unit_cost = pence_of(Money::limit); }) == LedgerFault::AmountTooLarge);
  CHECK(with([](PlanItem& p) { p.unit_cost = pence_of(Transaction::most_pence / 2); }) == LedgerFault::AmountTooLarge);
  CHECK(with([](PlanItem& p) { p.category = Account::Bank; }) == LedgerFault::UnknownAccount);
  CHECK(with([](PlanItem& p) { p.day = day_of("2026-11-01"); }) == LedgerFault::BeforeAgreement);
}

TEST_CASE("what is left is what was paid in less what was spent, and free is what is not planned") {
  const std::vector<Transaction> ledger = {council_payment(31200, "2026-11-02"), spend_of(800, "2026-11-07"),
                                           spend_of(12350, "2026-11-21")};
  const MoneyLeft left = left_of(ledger, {{id_number<DocumentId>(5), sample_plan(800, 3)}});
  CHECK(left.paid_in == 31200);
  CHECK(left.spent == 13150);
  CHECK(left.left() == 18050);
  CHECK(left.planned == 2400);
  CHECK(left.free() == 15650);
}

TEST_CASE("what a period did not use is brought over to the next, and other agreements do not count") {
  std::vector<Transaction> ledger = {council_payment(31200, "2026-11-02"), spend_of(800, "2026-11-07"),
                                     council_payment(31200, "2026-11-30")};
  Transaction other = spend_of(5000, "2026-11-08");
  other.agreement = id_number<DocumentId>(77);
  ledger.push_back(other);
  const MoneyLeft next = left_of(ledger, {}, "2026-12-01");
  CHECK(next.brought == 30400);
  CHECK(next.paid_in == 31200);
  CHECK(next.spent == 0);
  CHECK(next.left() == 61600);
}

TEST_CASE("a spend on what was planned uses the plan up, and never below nothing") {
  const std::vector<PlannedItem> plan = {{id_number<DocumentId>(5), sample_plan(800, 3)}};
  std::vector<Transaction> ledger = {council_payment(31200, "2026-11-02"), spend_of(800, "2026-11-07")};
  ledger.back().plan_item = plan[0].id;
  CHECK(left_of(ledger, plan).planned == 1600);
  ledger.push_back(spend_of(5000, "2026-11-08"));
  ledger.back().plan_item = plan[0].id;
  CHECK(left_of(ledger, plan).planned == 0);
  ledger.push_back(reversal(ledger.back(), "wrong"));
  CHECK(left_of(ledger, plan).planned == 1600);
}

TEST_CASE("the answer is yes, only just or not in this period, at the very pennies where it turns") {
  const Agreement agreement = sample_agreement();
  const MoneyLeft left = left_of({council_payment(31200, "2026-11-02")});
  CHECK(can_afford(agreement, left, 31200 - 3120).afford == Afford::Yes);
  CHECK(can_afford(agreement, left, 31200 - 3119).afford == Afford::OnlyJust);
  CHECK(can_afford(agreement, left, 31200).afford == Afford::OnlyJust);
  CHECK(can_afford(agreement, left, 31201).afford == Afford::NotThisPeriod);
  CHECK(can_afford(agreement, left, 31201).after == -1);
}

TEST_CASE("an everyday spend takes at most 64 bytes of a push") {
  Transaction spend = spend_of(1250, "2026-11-21", "Swim lessons");
  wire::Push push;
  push.subjects = {riley};
  push.made_from_ms = 1'795'000'000'000;
  const std::size_t empty = wire::encode_payload(push).size();
  wire::PushedOperation operation;
  operation.id = id_number<OperationId>(3);
  operation.kind = RecordTransaction::schema.id;
  operation.made_after_ms = 1000 * 60 * 60 * 24 * 14;
  operation.payload = wire::encode_payload(record_of(spend));
  push.operations = {operation};
  CHECK(spend.text.size() == 12);
  MESSAGE("bytes: ", wire::encode_payload(push).size() - empty);
  CHECK(wire::encode_payload(push).size() - empty <= 64);
}
