#include "app/server/retention/reaper.hpp"

#include "app/base/clock.hpp"
#include "app/server/database.hpp"

#include <array>

namespace alongside::server {

namespace {

constexpr const char* first =
    "CREATE TABLE retention_day (only INTEGER PRIMARY KEY CHECK (only = 1), day INTEGER NOT NULL) STRICT;"
    "CREATE TABLE retention_gone (rule TEXT NOT NULL PRIMARY KEY, gone INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

constexpr std::array<Migration, 1> all{{{1, "when retention ran, and how much went", first}}};

}  // namespace

std::span<const Migration> Reaper::migrations() { return all; }

Result<std::optional<Date>> Reaper::last_day() const {
  auto row = ALONGSIDE_TRY(database_.prepare("SELECT day FROM retention_day"));
  if (ALONGSIDE_TRY(row.step()) == Step::Done) return std::optional<Date>();
  return std::optional<Date>(Date(static_cast<std::int32_t>(row.column_integer(0))));
}

Result<std::int64_t> Reaper::gone_by(const std::string& rule) const {
  auto row = ALONGSIDE_TRY(database_.prepare("SELECT gone FROM retention_gone WHERE rule = ?1"));
  if (ALONGSIDE_TRY(row.bind(1, rule).step()) == Step::Done) return std::int64_t{0};
  return row.column_integer(0);
}

Result<ReaperState> Reaper::check_clock(ClockTrust trust) {
  const Date today = clock_.today();
  const auto last = ALONGSIDE_TRY(last_day());
  if (last && *last == today) return ReaperState::Working;
  if (trust == ClockTrust::AsBefore && last) {
    if (today < *last) return ReaperState::SetBack;
    if (days_between(*last, today) > longest_pause_days) return ReaperState::Leapt;
  }
  auto note = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO retention_day VALUES (1, ?1) ON CONFLICT (only) DO UPDATE SET day = excluded.day"));
  ALONGSIDE_TRY(note.bind(1, today.days()).run());
  return ReaperState::Working;
}

// What goes, and the count of it, are one transaction.
Result<ReapStep> Reaper::work(const RetentionRule& rule) {
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  const Date first_kept(clock_.today().days() - council_.retention_days.*rule.days);
  const ReapStep step = ALONGSIDE_TRY(rule.reap({database_, documents_, first_kept, clock_.today(), clock_.now_ms()}));
  if (step.gone > 0) {
    auto count =
        ALONGSIDE_TRY(database_.prepare("INSERT INTO retention_gone VALUES (?1, ?2) ON CONFLICT (rule) DO UPDATE SET "
                                        "gone = retention_gone.gone + excluded.gone"));
    ALONGSIDE_TRY(count.bind(1, rule.name).bind(2, step.gone).run());
    database_.empty_log_after_commit();
  }
  ALONGSIDE_TRY(transaction.commit());
  return step;
}

Result<ReaperStep> Reaper::step(ClockTrust trust) {
  const ReaperState state = ALONGSIDE_TRY(check_clock(trust));
  if (state != ReaperState::Working) return ReaperStep{state, {}, 0};
  const Date today = clock_.today();
  for (const RetentionRule& rule : rules_.all()) {
    const auto done = done_.find(rule.name + rule.what);
    if (done != done_.end() && done->second == today) continue;
    const ReapStep step = ALONGSIDE_TRY(work(rule));
    if (step.more == ReapStep::More::No) done_[rule.name + rule.what] = today;
    return ReaperStep{ReaperState::Working, rule.name, step.gone};
  }
  return ReaperStep{};
}

}  // namespace alongside::server
