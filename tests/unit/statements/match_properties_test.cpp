// What must hold for every bank's file and every ledger, tried on random ones (rapidcheck): no payment is lost
// or made by adding files, in whatever pieces they come.
#include "tests/unit/statements/statement_sample.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

using Rows = std::vector<StatementRow>;
using Ledger = std::vector<KnownPayment>;

// Few days, amounts and names, so that many are alike.
rc::Gen<StatementRow> any_row() {
  return rc::gen::exec([] {
    StatementRow row = payment("2026-11-01", 0, *rc::gen::element<std::string>("NM TAXIS", "SWIM CLUB", ""));
    row.day = Date(row.day.days() + *rc::gen::inRange(0, 12));
    row.amount = Money::of_known(*rc::gen::element<std::int64_t>(-1000, -850, 850));
    return row;
  });
}

enum class Extras { None, BankIds, Balances };

// A bank's month: each payment with a number of its own, or with the balance after it, or with neither.
rc::Gen<Rows> any_month() {
  return rc::gen::exec([] {
    Rows rows = *rc::gen::container<Rows>(any_row());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    const Extras extras = *rc::gen::element(Extras::None, Extras::BankIds, Extras::Balances);
    std::int64_t balance = 100'000;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      balance += rows[i].amount.pence();
      if (extras == Extras::BankIds) rows[i].bank_id = "id" + std::to_string(i);
      if (extras == Extras::Balances) rows[i].balance = Money::of_known(balance);
    }
    return rows;
  });
}

std::size_t count_of(MatchVerdict verdict, const Rows& rows, const Ledger& known) {
  const auto matches = match_rows(rows, known);
  return static_cast<std::size_t>(
      std::count_if(matches.begin(), matches.end(), [&](const RowMatch& match) { return match.verdict() == verdict; }));
}

std::int64_t pence_of(const Rows& rows) {
  std::int64_t pence = 0;
  for (const StatementRow& row : rows) pence += row.amount.pence();
  return pence;
}
std::int64_t pence_of(const Ledger& known) {
  std::int64_t pence = 0;
  for (const KnownPayment& payment : known) pence += payment.row.amount.pence();
  return pence;
}

Rows shuffled(const Rows& rows) {
  std::vector<std::pair<int, StatementRow>> order;
  for (const StatementRow& row : rows) order.emplace_back(*rc::gen::inRange(0, 1000), row);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Rows out;
  for (const auto& [place, row] : order) out.push_back(row);
  return out;
}

void holds(const char* what, const auto& property) {
  CAPTURE(std::string(what));
  CHECK(rc::check(what, property));
}

}  // namespace

TEST_CASE("every month goes into an empty ledger whole, to the penny") {
  holds("whole", [] {
    const Rows month = *any_month();
    const Ledger known = with_new({}, month);
    RC_ASSERT(known.size() == month.size());
    RC_ASSERT(pence_of(known) == pence_of(month));
  });
}

TEST_CASE("a month that is added again, in any order, adds nothing and leaves nothing unsure") {
  holds("again", [] {
    const Rows month = *any_month();
    const Ledger known = with_new({}, month);
    RC_ASSERT(count_of(MatchVerdict::Have, shuffled(month), known) == month.size());
    RC_ASSERT(with_new(known, shuffled(month)).size() == known.size());
  });
}

TEST_CASE("a genuine second identical payment adds exactly one") {
  holds("one more", [] {
    Rows month = *rc::gen::nonEmpty(any_month());
    const Ledger known = with_new({}, month);
    StatementRow again = month[*rc::gen::inRange<std::size_t>(0, month.size())];
    if (!again.bank_id.empty()) again.bank_id = "another";
    if (again.balance) again.balance = Money::of_known(again.balance->pence() + again.amount.pence() * 1000);
    month.push_back(again);
    RC_ASSERT(count_of(MatchVerdict::New, month, known) == 1u);
    RC_ASSERT(count_of(MatchVerdict::Have, month, known) == month.size() - 1);
  });
}

TEST_CASE("a month in two pieces that overlap by whole days comes to the same as in one") {
  holds("pieces", [] {
    const Rows month = *any_month();
    const Date first_end(Date::parse("2026-11-01").value().days() + *rc::gen::inRange(0, 12));
    const Date second_start(first_end.days() - *rc::gen::inRange(0, 12));
    Rows first, second;
    for (const StatementRow& row : month) {
      if (row.day <= first_end) first.push_back(row);
      if (row.day >= second_start) second.push_back(row);
    }
    const Ledger known = with_new(with_new({}, first), second);
    RC_ASSERT(known.size() == month.size());
    RC_ASSERT(pence_of(known) == pence_of(month));
  });
}

TEST_CASE("every row gets one verdict, and no payment of the ledger answers for two rows as the one it is") {
  holds("one answer", [] {
    const Rows month = *any_month();
    Ledger known = ledger_of(*any_month());
    for (KnownPayment& payment : known)
      payment.origin = *rc::gen::element(PaymentOrigin::Statement, PaymentOrigin::Person);
    const auto matches = match_rows(month, known);
    RC_ASSERT(matches.size() == month.size());
    std::map<DocumentId, int> answers;
    for (const RowMatch& match : matches) {
      RC_ASSERT(match.transaction.is_nil() == (match.verdict() == MatchVerdict::New));
      if (match.verdict() == MatchVerdict::Have) ++answers[match.transaction];
    }
    for (const auto& [transaction, count] : answers) RC_ASSERT(count == 1);
    RC_ASSERT(match_rows(month, known) == matches);
  });
}

TEST_CASE("a payment is taken to be there only when day and amount are the same") {
  holds("the same", [] {
    const Rows month = *any_month();
    const Ledger known = ledger_of(*any_month());
    const auto matches = match_rows(month, known);
    for (std::size_t i = 0; i < month.size(); ++i) {
      if (matches[i].verdict() != MatchVerdict::Have) continue;
      const auto found = std::find_if(known.begin(), known.end(), [&](const KnownPayment& payment) {
        return payment.transaction == matches[i].transaction;
      });
      RC_ASSERT(found != known.end());
      RC_ASSERT(found->row.day == month[i].day);
      RC_ASSERT(found->row.amount == month[i].amount);
    }
  });
}
