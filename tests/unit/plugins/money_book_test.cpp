#include "plugins/direct_payments/model/book.hpp"

#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

BookChange change_by(std::uint8_t number, AnyChange change, const wire::Version& base = {}) {
  BookChange made;
  made.id = id_number<OperationId>(number);
  made.subject = riley;
  made.actor = jo;
  made.base = base;
  made.change = std::move(change);
  return made;
}

ReverseTransaction reverse_of(DocumentId id) {
  ReverseTransaction reverse;
  reverse.transaction = id;
  reverse.reason = "Paid twice";
  return reverse;
}

PutPlanItem put_of(std::int64_t pence) {
  PutPlanItem put;
  put.id = id_number<DocumentId>(50);
  put.item = sample_plan(pence, 3);
  return put;
}

const DocumentId spend_id = id_number<DocumentId>(20);
const BookChange own_spend = change_by(20, record_of(spend_of(800, "2026-11-21")));

}  // namespace

TEST_CASE("a spend of this device stands in the book at once, by whoever made it and as far as it has come") {
  const Book book = apply_changes(sample_book(), std::vector{own_spend});
  const BookEntry* entry = book.entry(spend_id);
  REQUIRE(entry != nullptr);
  CHECK(entry->transaction.agreement == agreement_id);
  CHECK(entry->transaction.recorded_by == jo);
  CHECK(entry->progress == Progress::OnDevice);
  CHECK(newest_first(book, agreement_id).front() == entry);
}

TEST_CASE("once the council's document is there, it is shown and not the change") {
  Book arrived = sample_book();
  arrived.entries.push_back({spend_id, spend_of(800, "2026-11-21"), Progress::WithCouncil, {}});
  const Book book = apply_changes(arrived, std::vector{own_spend});
  CHECK(book.entries.size() == 2);
  CHECK(book.entry(spend_id)->progress == Progress::WithCouncil);
}

TEST_CASE("a payment can be taken back once, before or after the council has it") {
  const std::vector changes = {own_spend, change_by(21, reverse_of(spend_id)), change_by(22, reverse_of(spend_id))};
  const Book book = apply_changes(sample_book(), changes);
  CHECK(book.entries.size() == 3);
  CHECK(book.entry(spend_id)->reversed_by == id_number<DocumentId>(21));
  CHECK(balance(Account::Bank, book.ledger()) == 31200);
}

TEST_CASE("a refused or conflicting change is not in the sums and is told") {
  BookChange refused = own_spend;
  refused.progress = Progress::Refused;
  BookChange conflict = change_by(23, put_of(800));
  conflict.progress = Progress::Conflict;
  const Book book = apply_changes(sample_book(), std::vector{refused, conflict});
  CHECK(book.entries.size() == 1);
  CHECK(book.plan.empty());
  CHECK(book.troubles.size() == 2);
}

TEST_CASE("a plan item is made, changed and taken out one after the other while nothing is sent yet") {
  const std::vector made = {change_by(30, put_of(800))};
  CHECK(apply_changes(sample_book(), made).planned(id_number<DocumentId>(50))->version == wire::Version{1, made[0].id});
  const std::vector changed = {made[0], change_by(31, put_of(900), {1, made[0].id})};
  CHECK(apply_changes(sample_book(), changed).planned(id_number<DocumentId>(50))->item.unit_cost == pence_of(900));
  RemovePlanItem remove;
  remove.id = id_number<DocumentId>(50);
  const std::vector removed = {changed[0], changed[1], change_by(32, remove, {2, changed[1].id})};
  CHECK(apply_changes(sample_book(), removed).plan.empty());
}

TEST_CASE("a plan item that somebody else changed meanwhile is shown as they left it, whatever its number") {
  Book theirs = sample_book();
  theirs.plan.push_back(
      {id_number<DocumentId>(50), {3, id_number<OperationId>(7)}, sample_plan(1500, 1), Progress::WithCouncil});
  RemovePlanItem remove;
  remove.id = id_number<DocumentId>(50);
  const Book book = apply_changes(
      theirs, std::vector{change_by(31, put_of(900), {2, {}}), change_by(32, remove, {3, id_number<OperationId>(8)})});
  REQUIRE(book.plan.size() == 1);
  CHECK(book.plan[0].item.unit_cost == pence_of(1500));
}

TEST_CASE("a spend on an agreement that is not here, or of another child, is left out") {
  BookChange elsewhere = own_spend;
  elsewhere.subject.id = id_number<SubjectId>(1);
  CHECK(apply_changes(sample_book(), std::vector{elsewhere}).entries.size() == 1);
  RecordTransaction record = record_of(spend_of(800, "2026-11-21"));
  record.agreement ^= 1;
  CHECK(apply_changes(sample_book(), std::vector{change_by(24, record)}).entries.size() == 1);
}
