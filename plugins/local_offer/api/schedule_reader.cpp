#include "plugins/local_offer/api/schedule_reader.hpp"

#include "plugins/local_offer/model/terms.hpp"

#include "app/base/text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace alongside::local_offer {
namespace {

// "10:00", "10:00:00", "10:00Z" or "10:00+01:00": times of a place are told as they are written.
std::optional<std::uint16_t> parse_time(std::string_view text) {
  if (text.size() < 5 || text[2] != ':' || !is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[3]) ||
      !is_digit(text[4])) {
    return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
  if (text.size() > 5 && text[5] != ':' && text[5] != 'Z' && text[5] != '+' && text[5] != '-') return std::nullopt;
  return static_cast<std::uint16_t>(hour * 60 + minute);
}

// "MO", "2MO", "-1FR".
std::optional<DayRule> parse_day(std::string_view text) {
  constexpr std::string_view names = "MOTUWETHFRSASU";
  if (text.size() < 2) return std::nullopt;
  const std::string_view name = text.substr(text.size() - 2);
  const std::size_t at = names.find(name);
  if (at == std::string_view::npos || at % 2 != 0) return std::nullopt;
  DayRule rule{0, static_cast<std::uint8_t>(at / 2)};
  std::string_view nth = text.substr(0, text.size() - 2);
  if (nth.empty()) return rule;
  const bool is_last = nth.front() == '-';
  if (is_last || nth.front() == '+') nth.remove_prefix(1);
  if (nth.size() != 1 || nth[0] < '1' || nth[0] > '5') return std::nullopt;
  rule.nth = static_cast<std::int8_t>(is_last ? -(nth[0] - '0') : nth[0] - '0');
  return rule;
}

void read_byday(RecordReader& reader, Schedule& schedule) {
  const std::string text = reader.line("byday");
  if (text.empty()) return;
  for (const std::string_view part : split(text, ',')) {
    const auto rule = parse_day(trim(part));
    if (!rule) return reader.refuse("byday", "is not a list of days like MO,TU or 2SA");
    if (schedule.byday.size() < 14) schedule.byday.push_back(*rule);
  }
}

void read_bymonthday(RecordReader& reader, Schedule& schedule) {
  const std::string text = reader.line("bymonthday");
  if (text.empty()) return;
  for (std::string_view part : split(text, ',')) {
    part = trim(part);
    int day = 0;
    for (const char c : part) day = is_digit(c) && day < 100 ? day * 10 + (c - '0') : 1000;
    if (part.empty() || day < 1 || day > 31) return reader.refuse("bymonthday", "is not a list of days like 1,15");
    if (schedule.bymonthday.size() < 31) schedule.bymonthday.push_back(static_cast<std::int8_t>(day));
  }
}

std::optional<std::uint16_t> read_time(RecordReader& reader, std::string_view name) {
  const std::string text = reader.line(name);
  if (text.empty()) return std::nullopt;
  const auto time = parse_time(text);
  if (!time) reader.refuse(name, "is not a time like 10:00");
  return time;
}

void read_frequency(RecordReader& reader, Schedule& schedule) {
  const std::string freq = reader.line("freq");
  if (freq == "WEEKLY")
    schedule.freq = Frequency::Weekly;
  else if (freq == "MONTHLY")
    schedule.freq = Frequency::Monthly;
  else if (!freq.empty())
    reader.refuse("freq", "is not WEEKLY or MONTHLY");
  const auto interval = reader.number("interval");
  if (interval && (*interval < 1 || *interval > 52))
    reader.refuse("interval", "is not from 1 to 52");
  else if (interval)
    schedule.interval = static_cast<std::uint8_t>(*interval);
}

Schedule read_schedule(RecordReader& reader) {
  Schedule schedule;
  schedule.valid_from = reader.date("valid_from");
  schedule.valid_to = reader.date("valid_to");
  schedule.dtstart = reader.date("dtstart");
  read_frequency(reader, schedule);
  read_byday(reader, schedule);
  read_bymonthday(reader, schedule);
  schedule.opens_at = read_time(reader, "opens_at");
  schedule.closes_at = read_time(reader, "closes_at");
  schedule.description = reader.line("description");
  schedule.notes = reader.line("notes");
  schedule.attending_type = reader.line("attending_type");
  schedule.schedule_link = reader.address("schedule_link");
  return schedule;
}

}  // namespace

std::vector<Schedule> read_schedules(RecordReader& service) {
  std::vector<Schedule> schedules;
  for (RecordReader& reader : service.objects("schedules")) schedules.push_back(read_schedule(reader));
  return schedules;
}

namespace {

constexpr std::uint16_t noon = 12 * 60, tea_time = 17 * 60, bed_time = 22 * 60, breakfast = 6 * 60;

std::uint8_t parts_between(std::uint16_t opens, std::uint16_t closes) {
  if (closes <= opens) {  // till the next day
    return static_cast<std::uint8_t>(overnight | (opens < bed_time ? parts_between(opens, bed_time) : 0) |
                                     (closes > breakfast ? parts_between(breakfast, closes) : 0));
  }
  std::uint8_t parts = 0;
  if (opens < noon && closes > breakfast) parts |= morning;
  if (opens < tea_time && closes > noon) parts |= afternoon;
  if (opens < bed_time && closes > tea_time) parts |= evening;
  if (opens < breakfast || closes > bed_time) parts |= overnight;
  return parts;
}

}  // namespace

std::uint8_t parts_of_day_of(const std::vector<Schedule>& schedules, Date today) {
  std::uint8_t parts = 0;
  for (const Schedule& schedule : schedules) {
    if (schedule.valid_to && *schedule.valid_to < today) continue;
    if (schedule.opens_at && schedule.closes_at) parts |= parts_between(*schedule.opens_at, *schedule.closes_at);
  }
  return parts;
}

std::uint8_t days_of(const std::vector<Schedule>& schedules, Date today) {
  std::uint8_t days = 0;
  for (const Schedule& schedule : schedules) {
    if (schedule.valid_to && *schedule.valid_to < today) continue;
    for (const DayRule& rule : schedule.byday) days |= static_cast<std::uint8_t>(1u << rule.weekday);
  }
  return days;
}

}  // namespace alongside::local_offer
