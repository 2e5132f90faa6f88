#include "app/server/daily/daily_job.hpp"

#include "app/base/text.hpp"
#include "app/server/daily/verb_line.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/verbs.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::size_t most_jobs = 20;
constexpr std::size_t most_words = 20;
constexpr std::size_t most_word_bytes = 500;
constexpr std::string_view time_rule = "write when, by the clock: \"02:30\"";
constexpr std::string_view run_rule =
    "write the words of the command line, each in quotes: [\"offer\", \"import\"]. Write \"{day}\" where the day goes";

std::optional<int> minute_of(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t at : {0u, 1u, 3u, 4u}) {
    if (!is_digit(text[at])) return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + text[1] - '0';
  const int minute = (text[3] - '0') * 10 + text[4] - '0';
  return hour < 24 && minute < 60 ? std::optional(hour * 60 + minute) : std::nullopt;
}

DailyJob read_job(const JsonValue& item, std::string path, JsonMistakes& mistakes) {
  JsonFields fields(item, std::move(path), mistakes);
  DailyJob job;
  const auto minute = minute_of(fields.text("at", {5, time_rule}));
  if (!minute) fields.mistake("at", time_rule);
  job.minute = minute.value_or(0);
  for (const JsonValue& word : fields.array("run", 1, most_words)) {
    const bool is_word = word.is(JsonKind::Text) && !word.text.empty() && word.text.size() <= most_word_bytes;
    if (!is_word) fields.mistake("run", run_rule);
    job.run.push_back(word.text);
  }
  fields.finish();
  return job;
}

}  // namespace

std::string DailyJob::at() const {
  const auto two = [](int number) { return std::string{char('0' + number / 10), char('0' + number % 10)}; };
  return two(minute / 60) + ":" + two(minute % 60);
}

std::string DailyJob::name() const {
  std::string name = at();
  for (const std::string& word : run) name += " " + word;
  return name;
}

std::vector<DailyJob> read_daily_jobs(JsonFields& parent, JsonMistakes& mistakes) {
  std::vector<DailyJob> jobs;
  if (parent.optional("every_day") == nullptr) return jobs;
  const auto& items = parent.array("every_day", 0, most_jobs);
  for (std::size_t i = 0; i < items.size(); ++i) {
    DailyJob job = read_job(items[i], parent.path_of("every_day") + "[" + std::to_string(i) + "]", mistakes);
    const bool is_twice = std::ranges::find(jobs, job.name(), &DailyJob::name) != jobs.end();
    if (is_twice) parent.mistake("every_day", "write each job once");
    jobs.push_back(std::move(job));
  }
  return jobs;
}

void check_daily_jobs(const std::vector<DailyJob>& jobs, const Verbs& verbs, JsonMistakes& mistakes) {
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const auto words = words_of_line(verbs, jobs[i].run);
    if (!words.ok()) mistakes.add("every_day[" + std::to_string(i) + "].run", words.error().detail);
  }
}

}  // namespace alongside::server
