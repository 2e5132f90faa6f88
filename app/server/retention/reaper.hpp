// Reaper: deletes what the retention rules say is over, a small transaction at a time. Once a day for each rule. A
// clock that was set back deletes nothing, and one that leapt waits until an officer says that it is right: what was
// deleted by a wrong date is gone. Used by RetentionRounds in the running server, and by the verb `retention run`.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/migration.hpp"
#include "app/server/retention/retention_rules.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace alongside {
class Clock;
}

namespace alongside::server {

enum class ClockTrust : std::uint8_t {
  AsBefore,   // only when the day follows those before
  ByOfficer,  // somebody has looked at the date
};

enum class ReaperState : std::uint8_t {
  Done,     // nothing more today
  Working,  // there is more
  SetBack,  // the clock is before the day of the last run
  Leapt,    // it is long after it
};

struct ReaperStep {
  ReaperState state = ReaperState::Done;
  std::string rule;  // that was worked on; empty: none was
  std::int64_t gone = 0;
};

class Reaper {
 public:
  static constexpr int longest_pause_days = 31;

  Reaper(Database& database, Documents& documents, const Clock& clock, const CouncilConfig& council,
         const RetentionRules& rules)
      : database_(database), documents_(documents), clock_(clock), council_(council), rules_(rules) {}

  static std::span<const Migration> migrations();

  // The next piece of work.
  Result<ReaperStep> step(ClockTrust trust = ClockTrust::AsBefore);
  // The day of the last run; nothing: there was none.
  Result<std::optional<Date>> last_day() const;
  // How many rows of a rule have gone in all.
  Result<std::int64_t> gone_by(const std::string& rule) const;
  void begin_again() { done_.clear(); }  // today's rules are looked at once more

 private:
  Result<ReaperState> check_clock(ClockTrust trust);
  Result<ReapStep> work(const RetentionRule& rule);

  Database& database_;
  Documents& documents_;
  const Clock& clock_;
  const CouncilConfig& council_;
  const RetentionRules& rules_;
  std::map<std::string, Date> done_;  // until and with which day a rule has been run
};

}  // namespace alongside::server
