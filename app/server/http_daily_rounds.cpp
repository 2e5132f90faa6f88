#include "app/server/http_daily_rounds.hpp"

#include "app/base/clock.hpp"
#include "app/base/uk_time.hpp"
#include "app/server/daily/verb_line.hpp"
#include "app/server/log.hpp"

#include <chrono>
#include <utility>

namespace alongside::server {

namespace {

constexpr auto look_every = std::chrono::seconds(20);
constexpr std::int64_t hour_in_ms = 60 * 60 * 1000;
constexpr int most_tries = 3;
constexpr std::int64_t minutes_of_day = 24 * 60;

int uk_minute(std::int64_t now_ms) {
  return static_cast<int>((now_ms / 60'000 + uk_offset_minutes(now_ms)) % minutes_of_day);
}

// "/var/backups/{day}": each day has a folder of its own.
std::string with_day(std::string word, Date day) {
  constexpr std::string_view mark = "{day}";
  for (std::size_t at = word.find(mark); at != word.npos; at = word.find(mark, at)) {
    word.replace(at, mark.size(), day.iso());
  }
  return word;
}

}  // namespace

DailyRounds::DailyRounds(boost::asio::io_context& loop, DailyRoundsParts parts)
    : parts_(std::move(parts)), timer_(loop), trials_(parts_.jobs.size()) {}

void DailyRounds::stop() {
  stopped_ = true;
  timer_.cancel();
}

void DailyRounds::wait() {
  if (stopped_ || parts_.jobs.empty()) return;
  timer_.expires_after(look_every);
  timer_.async_wait([this](boost::system::error_code error) {
    if (!error) look();
  });
}

bool DailyRounds::should_run(std::size_t job) {
  const Date today = parts_.clock.today();
  const std::int64_t now = parts_.clock.now_ms();
  const auto last = parts_.runs.last(parts_.jobs[job].name());
  if (!last) return false;
  const bool is_done = last.value() && last.value()->outcome == "done";
  if (!is_due(parts_.jobs[job], is_done ? std::optional(last.value()->day) : std::nullopt, today, uk_minute(now)))
    return false;
  Trial& trial = trials_[job];
  if (trial.day != today) trial = {0, today, 0};
  return trial.tries < most_tries && now >= trial.not_before_ms;
}

void DailyRounds::look() {
  if (stopped_) return;
  for (std::size_t job = 0; job < parts_.jobs.size(); ++job) {
    if (should_run(job)) return begin(job);
  }
  wait();
}

void DailyRounds::begin(std::size_t job) {
  ++trials_[job].tries;
  const DailyJob& asked = parts_.jobs[job];
  std::vector<std::string> line;
  for (const std::string& word : asked.run) line.push_back(with_day(word, parts_.clock.today()));
  auto words = words_of_line(parts_.verbs, line);
  if (!words) return settle(job, words.error());
  parts_.run(std::move(words).value(), "every day at " + asked.at(),
             [this, job](const Result<std::string>& report) { settle(job, report); });
}

// The report is for people at a terminal; the log has how it ended.
void DailyRounds::settle(std::size_t job, const Result<std::string>& report) {
  const std::int64_t now = parts_.clock.now_ms();
  const std::string outcome = report.ok() ? "done" : std::string(name_of(report.error().code));
  trials_[job].not_before_ms = now + hour_in_ms;
  const DailyJob& asked = parts_.jobs[job];
  const std::string at = asked.at();
  const auto noted = parts_.runs.note(asked.name(), {parts_.clock.today(), now, outcome});
  parts_.log.write(report.ok() ? LogLevel::Info : LogLevel::Failure, "every_day",
                   {{"at", std::string_view(at)},
                    {"verb", std::string_view(asked.run.front())},
                    {"result", std::string_view(outcome)},
                    {"noted", std::string_view(noted.ok() ? "yes" : "no")}});
  look();  // there may be another
}

}  // namespace alongside::server
