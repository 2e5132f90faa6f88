// DailyJob: a verb that the running server asks of itself once a day, from "every_day" in the configuration: feeds,
// backups, what is to be deleted. Read at the start, run by DailyRounds.
#pragma once

#include "app/base/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

class JsonFields;
class JsonMistakes;
class Verbs;

struct DailyJob {
  int minute = 0;                // of the day, by the clocks of the United Kingdom: 150 is 02:30
  std::vector<std::string> run;  // as on the command line: "backup", "/var/backups/{day}"

  std::string at() const;    // "02:30"
  std::string name() const;  // "02:30 offer import": what its last run is kept under
};

// What was missed while the server was down is made up for: it is due until it has run on this day.
constexpr bool is_due(const DailyJob& job, std::optional<Date> last_run, Date today, int minute_now) {
  return minute_now >= job.minute && last_run != today;
}

// The optional section "every_day". Mistakes are noted with what to write.
std::vector<DailyJob> read_daily_jobs(JsonFields& parent, JsonMistakes& mistakes);
// Notes the jobs that ask for a verb that there is not, or ask it wrongly.
void check_daily_jobs(const std::vector<DailyJob>& jobs, const Verbs& verbs, JsonMistakes& mistakes);

}  // namespace alongside::server
