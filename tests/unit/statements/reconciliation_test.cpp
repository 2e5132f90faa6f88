#include "plugins/direct_payments/model/statement/reconciliation.hpp"

#include "tests/unit/statements/statement_sample.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

using Rows = std::vector<StatementRow>;

const StatementRow council = payment("2026-11-02", 68000, "NORTHMERE COUNCIL");
const StatementRow ride = payment("2026-11-20", -1000, "NM TAXIS");
const StatementRow club = payment("2026-11-21", -4500, "ALDERMERE SWIM CLUB");

Money pence(std::int64_t amount) { return Money::of_known(amount); }

// Between the balances that the rows themselves make.
Reconciliation of(const Rows& rows, const Rows& ledger) {
  std::int64_t sum = 0;
  for (const StatementRow& row : rows) sum += row.amount.pence();
  return reconcile(pence(1000), pence(1000 + sum), rows, ledger_of(ledger));
}

}  // namespace

TEST_CASE("a ledger that has what the bank has agrees to the penny, without a question") {
  const Reconciliation found = of({council, ride, club}, {club, council, ride});
  CHECK(found.agrees());
  CHECK(found.difference() == 0);
  CHECK(found.hints.empty());
  CHECK(of({}, {}).agrees());
}

TEST_CASE("a payment that the ledger misses is named") {
  const Reconciliation found = of({council, ride, club}, {council, club});
  CHECK(found.difference() == -1000);
  REQUIRE(found.hints.size() == 1);
  CHECK(found.hints[0] == DifferenceHint{DifferenceKind::NotInLedger, 1, {}, pence(-1000)});
}

TEST_CASE("a payment that was recorded twice is named, and the other one of the two is not") {
  const Reconciliation found = of({council, ride}, {council, ride, ride});
  CHECK(found.difference() == 1000);
  REQUIRE(found.hints.size() == 1);
  CHECK(found.hints[0] == DifferenceHint{DifferenceKind::NotAtBank, 0, transaction_number(3), pence(0)});
}

TEST_CASE("money that was recorded the wrong way is named with the right amount") {
  const Reconciliation found = of({council, ride}, {council, payment("2026-11-20", 1000, "NM TAXIS")});
  CHECK(found.difference() == -2000);
  REQUIRE(found.hints.size() == 1);
  CHECK(found.hints[0] == DifferenceHint{DifferenceKind::OtherWay, 0, transaction_number(2), pence(-1000)});
}

TEST_CASE("two digits that changed places are found, and only where they explain the difference") {
  const Reconciliation found = of({council, club}, {council, payment("2026-11-21", -5400, "Swimming")});
  CHECK(found.difference() == 900);
  REQUIRE(found.hints.size() == 1);
  CHECK(found.hints[0] == DifferenceHint{DifferenceKind::SwappedDigits, 0, transaction_number(2), pence(-4500)});
  CHECK(of({council, club}, {council, payment("2026-11-21", -4491, "Swimming")}).hints.empty());
}

TEST_CASE("what nothing explains gets no guess, and many explanations get few") {
  const Reconciliation found = reconcile(pence(0), pence(12345), Rows{ride}, ledger_of({club}));
  CHECK(found.difference() == 12345 + 4500);
  CHECK(found.hints.empty());
  const Rows ten(10, ride);
  CHECK(reconcile(pence(0), pence(-1000), ten, {}).hints.size() == Reconciliation::most_hints);
}
