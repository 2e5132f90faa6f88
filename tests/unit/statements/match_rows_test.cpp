#include "tests/unit/statements/statement_sample.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

using Rows = std::vector<StatementRow>;

const StatementRow taxi = payment("2026-11-20", -1000, "NM TAXIS");
const StatementRow swim = payment("2026-11-21", -850, "ALDERMERE SWIM CLUB");

StatementRow with_id(StatementRow row, std::string id) {
  row.bank_id = std::move(id);
  return row;
}
StatementRow with_balance(StatementRow row, std::int64_t pence) {
  row.balance = Money::of_known(pence);
  return row;
}
StatementRow on_day(StatementRow row, std::string_view day) {
  row.day = Date::parse(day).value();
  return row;
}
KnownPayment typed(StatementRow row) { return {transaction_number(9), std::move(row), PaymentOrigin::Person}; }

std::string reasons(const Rows& rows, const std::vector<KnownPayment>& known) {
  std::string out;
  for (const RowMatch& match : match_rows(rows, known))
    out += (out.empty() ? "" : " ") + std::string(name_of(match.reason));
  return out;
}

}  // namespace

TEST_CASE("into an empty ledger every payment is new, and two that are alike are two") {
  CHECK(reasons({taxi, taxi, swim}, {}) == "nothing_like_it one_more nothing_like_it");
  CHECK(match_rows({}, {}).empty());
}

TEST_CASE("a file that is added again adds nothing, and a genuine second payment adds one") {
  const auto known = ledger_of({taxi, swim});
  CHECK(reasons({taxi, swim}, known) == "same_row same_row");
  CHECK(reasons({swim, taxi}, known) == "same_row same_row");
  CHECK(reasons({taxi, taxi, swim}, known) == "same_row one_more same_row");
  CHECK(match_rows(Rows{taxi, swim}, known)[1].transaction == transaction_number(2));
}

TEST_CASE("the same shop and amount three days later is another payment") {
  const StatementRow later = on_day(taxi, "2026-11-23");
  CHECK(reasons({taxi, later}, ledger_of({taxi})) == "same_row nothing_like_it");
  CHECK(reasons({later}, ledger_of({taxi})) == "nothing_like_it");
}

TEST_CASE("how a bank writes capitals and accents makes no other payment") {
  CHECK(reasons({payment("2026-11-20", -1000, "Nm Táxis")}, ledger_of({taxi})) == "same_row");
}

TEST_CASE("the bank's own number decides, where both have one") {
  const auto known = ledger_of({with_id(taxi, "A1")});
  CHECK(reasons({with_id(payment("2026-11-20", -1000, "NM TAXIS LTD"), "A1")}, known) == "same_bank_id");
  CHECK(reasons({with_id(taxi, "A2")}, known) == "one_more");
  CHECK(reasons({with_id(taxi, "A1"), with_id(taxi, "A2")}, known) == "same_bank_id one_more");
  CHECK(reasons({taxi}, known) == "same_row");
}

TEST_CASE("a number that the bank gives twice is asked about") {
  CHECK(reasons({with_id(taxi, "A1"), with_id(taxi, "A1")}, {}) == "nothing_like_it bank_id_twice");
  const auto known = ledger_of({with_id(taxi, "A1")});
  CHECK(reasons({with_id(taxi, "A1"), with_id(taxi, "A1")}, known) == "same_bank_id bank_id_twice");
  CHECK(reasons({with_id(swim, "A1")}, known) == "bank_id_reused");
  CHECK(match_rows(Rows{with_id(swim, "A1")}, known)[0].transaction == transaction_number(1));
  // Somebody has said that both are real: then both are known.
  CHECK(reasons({with_id(taxi, "A1"), with_id(taxi, "A1")}, ledger_of({with_id(taxi, "A1"), with_id(taxi, "A1")})) ==
        "same_bank_id same_bank_id");
}

TEST_CASE("a balance tells alike payments apart") {
  const StatementRow first = with_balance(taxi, 67000);
  const StatementRow second = with_balance(taxi, 66000);
  const auto known = ledger_of({first});
  CHECK(reasons({second, first}, known) == "one_more same_row");
  CHECK(reasons({second}, known) == "balance_differs");
  CHECK(reasons({taxi}, known) == "same_row");
}

TEST_CASE("what somebody typed is asked about when the amount is the same and the day is near") {
  const KnownPayment by_hand = typed(payment("2026-11-18", -850, "Swimming with Riley"));
  const RowMatch match = match_rows(Rows{swim}, std::vector{by_hand})[0];
  CHECK(match.reason == MatchReason::TypedByHand);
  CHECK(match.transaction == by_hand.transaction);
  CHECK(reasons({swim}, {typed(payment("2026-11-13", -850, "Swimming"))}) == "nothing_like_it");
  CHECK(reasons({swim}, {typed(payment("2026-11-21", 850, "Refund"))}) == "nothing_like_it");
  CHECK(reasons({swim, swim}, {by_hand}) == "typed_by_hand one_more");
  CHECK(reasons({swim}, {typed(swim)}) == "same_row");
}

TEST_CASE("a payment of these days that the file has under another text or day is asked about") {
  const Rows file = {payment("2026-11-01", 68000, "COUNCIL"), payment("2026-11-20", -1000, "NM TAXIS PENDING"), swim};
  CHECK(reasons(file, ledger_of({taxi})) == "nothing_like_it text_differs nothing_like_it");
  const Rows moved = {payment("2026-11-01", 68000, "COUNCIL"), on_day(taxi, "2026-11-22")};
  CHECK(reasons(moved, ledger_of({taxi})) == "nothing_like_it day_moved");
  // Not when the file has that payment too, or need not have it.
  CHECK(reasons({taxi, on_day(taxi, "2026-11-22")}, ledger_of({taxi})) == "same_row nothing_like_it");
  CHECK(reasons({on_day(taxi, "2026-11-22"), swim}, ledger_of({taxi})) == "nothing_like_it nothing_like_it");
}

TEST_CASE("the nearest of several is named, and one payment answers for one row") {
  std::vector<KnownPayment> known = {typed(on_day(swim, "2026-11-18")), typed(on_day(swim, "2026-11-22"))};
  known[1].transaction = transaction_number(2);
  known[0].row.text = known[1].row.text = "Swimming";
  const auto matches = match_rows(Rows{swim, swim, swim}, known);
  CHECK(matches[0] == RowMatch{MatchReason::TypedByHand, transaction_number(2)});
  CHECK(matches[1] == RowMatch{MatchReason::TypedByHand, transaction_number(9)});
  CHECK(matches[2].verdict() == MatchVerdict::New);
}

TEST_CASE("every reason has a name and a verdict of its own kind") {
  for (std::size_t i = 0; i < match_reason_count; ++i) CHECK_FALSE(name_of(static_cast<MatchReason>(i)).empty());
  CHECK(verdict_of(MatchReason::OneMore) == MatchVerdict::New);
  CHECK(verdict_of(MatchReason::SameBankId) == MatchVerdict::Have);
  CHECK(verdict_of(MatchReason::BankIdTwice) == MatchVerdict::NotSure);
}
