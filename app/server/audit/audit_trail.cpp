#include "app/server/audit/audit_trail.hpp"

#include "app/base/bytes.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace alongside::server {

namespace {

constexpr std::size_t most_faults = 100;
constexpr std::string_view columns =
    "SELECT number, at_ms, operation, device, actor, household, subject, kind, outcome, code, verb, officer, link, "
    "account"
    " FROM audit WHERE number >= ?1 ORDER BY number";
constexpr int link_column = 12;
constexpr int account_column = 13;

void put_number(Bytes& row, std::int64_t number) {
  for (int i = 0; i < 8; ++i) row.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> (8 * i)));
}

// With its length, so that no two rows say the same with their texts cut elsewhere.
void put_text(Bytes& row, std::string_view text) {
  put_number(row, static_cast<std::int64_t>(text.size()));
  row.insert(row.end(), text.begin(), text.end());
}

template <class AnyId>
void put_id(Bytes& row, const AnyId& id) {
  row.insert(row.end(), id.bytes().begin(), id.bytes().end());
}

Result<Sha256> link_of(const Sha256& before, const AuditEntry& entry) {
  Bytes row(before.begin(), before.end());
  put_number(row, entry.number);
  put_number(row, entry.at_ms);
  put_id(row, entry.operation);
  put_id(row, entry.device);
  put_id(row, entry.actor);
  put_id(row, entry.household);
  put_id(row, entry.subject);
  put_number(row, entry.kind);
  put_number(row, entry.outcome);
  put_text(row, entry.code);
  put_text(row, entry.verb);
  put_text(row, entry.officer);
  // Rows from before accounts were noted have the links that they had then.
  if (!entry.account.empty()) put_text(row, entry.account);
  return sha256(row);
}

AuditEntry entry_in(const Statement& row) {
  AuditEntry entry;
  entry.number = row.column_integer(0);
  entry.at_ms = row.column_integer(1);
  entry.operation = column_id<OperationId>(row, 2);
  entry.device = column_id<DeviceId>(row, 3);
  entry.actor = column_id<PersonId>(row, 4);
  entry.household = column_id<HouseholdId>(row, 5);
  entry.subject = column_id<SubjectId>(row, 6);
  entry.kind = static_cast<std::uint32_t>(row.column_integer(7));
  entry.outcome = row.column_integer(8);
  entry.code = row.column_text(9);
  entry.verb = row.column_text(10);
  entry.officer = row.column_text(11);
  entry.account = row.column_text(account_column);
  return entry;
}

Sha256 link_in(std::span<const std::uint8_t> bytes) {
  Sha256 link{};
  if (bytes.size() == link.size()) std::ranges::copy(bytes, link.begin());
  return link;
}

// Walks along the rows and notes where the chain breaks.
class ChainWalk {
 public:
  ChainWalk(const AuditHead& base, const AuditHead* earlier)
      : earlier_(earlier), link_(base.link), last_(base.number), linked_(base.number > 0) {
    if (earlier == nullptr || earlier->number > base.number) return;
    // What retention took cannot be compared any more; what it began with can.
    passed_earlier_ = earlier->number < base.number || earlier->link == base.link;
  }

  Result<void> step(const Statement& row) {
    const AuditEntry entry = entry_in(row);
    const auto stored = row.column_bytes(link_column);
    const bool gap = entry.number != last_ + 1;
    if (gap) fault(last_ + 1, "is missing");
    Sha256 link = ALONGSIDE_TRY(link_of(link_, entry));
    // Rows from before there was a chain have no link of their own; the first that has one binds them.
    if (!stored.empty() || linked_) {
      const bool same = std::ranges::equal(stored, link);
      if (!same && !gap) fault(entry.number, "was changed, or moved here, or the one before it was");
      link = link_in(stored);  // so that only the place of the break is told
      linked_ = true;
    }
    link_ = link;
    last_ = entry.number;
    ++check.rows;
    if (earlier_ != nullptr && earlier_->number == last_) passed_earlier_ = earlier_->link == link_;
    return {};
  }

  void end(const AuditHead& head) {
    if (last_ != head.number) fault(last_ + 1, "and what followed it is missing");
    if (last_ == head.number && linked_ && head.link != link_) fault(last_, "is not the last that was written");
    if (earlier_ != nullptr && earlier_->number > 0 && !passed_earlier_) {
      fault(earlier_->number, "is not the one that was noted");
    }
    check.head = {last_, link_};
  }

  AuditCheck check;

 private:
  void fault(std::int64_t number, std::string what) {
    if (check.faults.size() < most_faults) check.faults.push_back({number, std::move(what)});
  }

  const AuditHead* earlier_;
  Sha256 link_;
  std::int64_t last_;
  bool linked_;
  bool passed_earlier_ = false;
};

// The link that rows from before the chain come to.
Result<Sha256> link_of_unlinked(Database& database) {
  auto rows = ALONGSIDE_TRY(database.prepare(columns));
  rows.bind(1, 1);
  Sha256 link{};
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) link = ALONGSIDE_TRY(link_of(link, entry_in(rows)));
  return link;
}

}  // namespace

Result<AuditHead> AuditTrail::head() const {
  auto row = ALONGSIDE_TRY(database_.prepare("SELECT number, link FROM audit_head"));
  if (ALONGSIDE_TRY(row.step()) != Step::Row) return Error{ErrorCode::Storage, "the audit has no head"};
  return AuditHead{row.column_integer(0), link_in(row.column_bytes(1))};
}

Result<AuditHead> AuditTrail::base() const {
  auto row = ALONGSIDE_TRY(database_.prepare("SELECT number, link FROM audit_base"));
  if (ALONGSIDE_TRY(row.step()) != Step::Row) return Error{ErrorCode::Storage, "the audit has no base"};
  return AuditHead{row.column_integer(0), link_in(row.column_bytes(1))};
}

Result<void> AuditTrail::append(const AuditEntry& entry) {
  const AuditHead before = ALONGSIDE_TRY(head());
  const bool unlinked = before.number > 0 && before.link == Sha256{};
  const Sha256 behind = unlinked ? ALONGSIDE_TRY(link_of_unlinked(database_)) : before.link;
  AuditEntry row = entry;
  row.number = before.number + 1;
  const Sha256 link = ALONGSIDE_TRY(link_of(behind, row));
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO audit (number, at_ms, operation, device, actor, household, subject, kind, outcome,"
                        " code, verb, officer, link, account)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"));
  insert.bind(1, row.number).bind(2, row.at_ms);
  bind_id(bind_id(bind_id(insert, 3, row.operation), 4, row.device), 5, row.actor);
  bind_id(bind_id(insert, 6, row.household), 7, row.subject);
  insert.bind(8, static_cast<std::int64_t>(row.kind)).bind(9, row.outcome).bind(10, row.code);
  insert.bind(11, row.verb).bind(12, row.officer).bind_bytes(13, link).bind(14, row.account);
  ALONGSIDE_TRY(insert.run());
  auto move_on = ALONGSIDE_TRY(database_.prepare("UPDATE audit_head SET number = ?1, link = ?2"));
  return move_on.bind(1, row.number).bind_bytes(2, link).run();
}

Result<AuditCheck> AuditTrail::check(const AuditHead* earlier) const {
  auto rows = ALONGSIDE_TRY(database_.prepare(columns));
  rows.bind(1, 0);
  ChainWalk walk(ALONGSIDE_TRY(base()), earlier);
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) ALONGSIDE_TRY(walk.step(rows));
  walk.end(ALONGSIDE_TRY(head()));
  return std::move(walk.check);
}

Result<void> AuditTrail::each(std::int64_t from, const std::function<bool(const AuditEntry&)>& take) const {
  auto rows = ALONGSIDE_TRY(database_.prepare(columns));
  rows.bind(1, from);
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    if (!take(entry_in(rows))) return {};
  }
  return {};
}

}  // namespace alongside::server
