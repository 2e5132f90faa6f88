#include "plugins/employing/model/work_rules.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"

#include <string>
#include <utility>

namespace alongside::employing {
namespace {

constexpr int youngest = 13;  // nobody younger may have a part-time job
constexpr int oldest = 100;
constexpr std::int32_t longest_ahead = 366;  // days until a first day of work
constexpr std::int32_t longest_ago = 50 * 366;

bool is_line(std::string_view text, std::size_t most) {
  if (text.size() > most || !is_text(text)) return false;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) return false;
  }
  return true;
}

std::optional<WorkFault> check_birth(const Worker& worker, Date today) {
  if (worker.age != WorkerAge::Young) return std::nullopt;
  if (!worker.birth) return WorkFault::NoBirth;
  const int age = age_on(*worker.birth, today);
  return age < youngest || age > oldest ? std::optional(WorkFault::BadBirth) : std::nullopt;
}

}  // namespace

std::optional<WorkFault> check(const Worker& worker, Date today) {
  if (trim(worker.name).empty()) return WorkFault::NoName;
  if (!is_line(worker.name, Worker::most_name)) return WorkFault::BadText;
  if (worker.rate.pence() <= 0 || worker.rate.pence() > Worker::most_rate) return WorkFault::BadRate;
  if (const auto fault = check_birth(worker, today)) return fault;
  const std::int32_t ahead = days_between(today, worker.starts);
  if (ahead > longest_ahead || ahead < -longest_ago) return WorkFault::BadDays;
  if (worker.ends && *worker.ends < worker.starts) return WorkFault::BadDays;
  const std::int64_t mile = worker.mile_rate.pence();
  return mile < 0 || mile > Worker::most_mile_rate ? std::optional(WorkFault::BadMiles) : std::nullopt;
}

std::optional<WorkFault> check(const RecordHours& hours, const Worker& worker, Date latest,
                               std::int64_t minutes_there) {
  const bool corrects = !hours.replaces.is_nil();
  if (!is_line(hours.note, WorkEntry::most_line) || !is_line(hours.reason, WorkEntry::most_line))
    return WorkFault::BadText;
  if (corrects && trim(hours.reason).empty()) return WorkFault::NoReason;
  if (!corrects && hours.minutes == 0 && hours.miles == 0) return WorkFault::NoTime;
  if (minutes_there + hours.minutes > WorkEntry::most_minutes) return WorkFault::TooMuchTime;
  if (hours.miles > WorkEntry::most_miles) return WorkFault::BadMiles;
  if (hours.day < worker.starts) return WorkFault::BeforeStart;
  if (worker.ends && hours.day > *worker.ends) return WorkFault::AfterEnd;
  return hours.day > latest ? std::optional(WorkFault::TooFarAhead) : std::nullopt;
}

std::optional<WorkFault> check(const ConfirmHours& confirm) {
  if (confirm.entries.empty() || confirm.entries.size() > Confirmation::most_entries) return WorkFault::NoEntries;
  if (!is_line(confirm.words, WorkEntry::most_line)) return WorkFault::BadText;
  const bool is_silent = confirm.says == WorkerSays::Wrong && trim(confirm.words).empty();
  return is_silent ? std::optional(WorkFault::NoWords) : std::nullopt;
}

Worker tidied(Worker worker) {
  worker.name = std::string(trim(worker.name));
  if (worker.age != WorkerAge::Young) {
    worker.birth.reset();
    worker.apprentice = Apprentice::No;
  }
  return worker;
}

EntryKind entry_kind_named(std::string_view name) {
  for (const EntryKind kind : {EntryKind::Holiday, EntryKind::Sick}) {
    if (name_of(kind) == name) return kind;
  }
  return EntryKind::Worked;
}

WorkEntry entry_of(const RecordHours& hours, PersonId by, std::int64_t at_ms) {
  WorkEntry entry;
  entry.worker = hours.worker;
  entry.day = hours.day;
  entry.kind = hours.kind;
  entry.minutes = hours.minutes;
  entry.miles = hours.miles;
  entry.note = std::string(trim(hours.note));
  entry.replaces = hours.replaces;
  entry.reason = std::string(trim(hours.reason));
  entry.recorded_by = by;
  entry.recorded_at_ms = at_ms;
  return entry;
}

Confirmation confirmation_of(const ConfirmHours& confirm, PersonId by, Date day) {
  Confirmation confirmation;
  confirmation.worker = confirm.worker;
  confirmation.entries = confirm.entries;
  confirmation.says = confirm.says;
  confirmation.words = std::string(trim(confirm.words));
  confirmation.day = day;
  confirmation.shown_by = by;
  return confirmation;
}

}  // namespace alongside::employing
