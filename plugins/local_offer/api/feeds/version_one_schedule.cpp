#include "plugins/local_offer/api/feeds/version_one_schedule.hpp"

#include "app/base/date.hpp"
#include "app/base/letters.hpp"
#include "app/base/text.hpp"
#include "app/server/json_tree.hpp"
#include "plugins/local_offer/api/feeds/json_items.hpp"

#include <cstdlib>
#include <optional>
#include <string_view>

namespace alongside::local_offer {
namespace {

using server::JsonKind;
using server::JsonValue;

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = small_letter(c);
  return out;
}

// "9:00", "09:00:00", "1900-01-01T09:00:00Z": the time of day as 3.0 writes it; empty when it is none.
std::string hour_of(std::string_view text) {
  text = trim(text);
  const std::size_t at = text.find('T');
  if (at != text.npos) text = text.substr(at + 1);
  const std::size_t colon = text.find(':');
  if (colon == text.npos || colon == 0 || colon > 2 || text.size() < colon + 3) return {};
  std::string time = (colon == 1 ? "0" : "") + std::string(text.substr(0, colon + 3));
  for (const std::size_t i : {0u, 1u, 3u, 4u}) {
    if (!is_digit(time[i])) return {};
  }
  return time;
}

// "MO", "Mon", "Monday", "2SA", "-1FR" as the two letters of iCalendar; nothing when it is no day.
std::optional<std::string> weekday_of(std::string_view text) {
  constexpr std::string_view names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  std::size_t digits = 0;
  while (digits < text.size() && (is_digit(text[digits]) || text[digits] == '-' || text[digits] == '+')) ++digits;
  const std::string word = lowered(text.substr(digits));
  for (const std::string_view name : names) {
    if (word.size() < 2 || word.size() > name.size() || !name.starts_with(word)) continue;
    std::string day(text.substr(0, digits));
    for (const char c : name.substr(0, 2)) day += static_cast<char>(c - 'a' + 'A');
    return day;
  }
  return std::nullopt;
}

// Days between commas, semicolons or spaces; nothing when one of them is no day.
std::optional<std::string> days_of_text(std::string_view text) {
  std::string days;
  std::string spaced(text);
  for (char& c : spaced) c = c == ';' || c == ' ' || c == '/' ? ',' : c;
  for (const std::string_view part : split(spaced, ',')) {
    if (trim(part).empty()) continue;
    const auto day = weekday_of(trim(part));
    if (!day) return std::nullopt;
    days += (days.empty() ? "" : ",") + *day;
  }
  return days;
}

void put_time(JsonValue& to, std::string_view name, std::string_view text, std::vector<std::string>& notes) {
  const std::string time = hour_of(text);
  if (time.empty() && !trim(text).empty())
    notes.push_back("a schedule's " + std::string(name) + " is not a time like 10:00; left out");
  put_said(to, name, time);
}

void put_days(JsonValue& to, const JsonValue& from, std::vector<std::string>& notes) {
  const std::string freq = lowered(trim(from.text_at("freq")));
  const auto days =
      freq == "daily" ? std::optional<std::string>("MO,TU,WE,TH,FR,SA,SU") : days_of_text(from.text_at("byday"));
  if (!days) notes.push_back("a schedule's byday is not a list of days; left out");
  put_said(to, "byday", days.value_or(""));
  if (freq == "weekly" || freq == "daily" || (freq.empty() && days && !days->empty()))
    put_said(to, "freq", "WEEKLY");
  else if (freq == "monthly")
    put_said(to, "freq", "MONTHLY");
  else if (!freq.empty())
    notes.push_back("a schedule's freq is not weekly or monthly; left out");
}

// The day of a date, with whatever time after it; what is none is left out.
void put_date(JsonValue& to, std::string_view name, std::string_view text, std::vector<std::string>& notes) {
  text = trim(text);
  if (text.empty()) return;
  const std::string_view day = text.substr(0, 10);
  if (Date::parse(day).ok())
    put_said(to, name, day);
  else
    notes.push_back("a schedule's " + std::string(name) + " is not a date like 2026-11-22; left out");
}

bool says_yes(const JsonValue* value) {
  return value != nullptr && ((value->is(JsonKind::Boolean) && value->boolean) || lowered(value->text) == "true" ||
                              lowered(value->text) == "yes" || value->text == "1");
}

void put_interval(JsonValue& to, const JsonValue& from) {
  const JsonValue* interval = from.find("interval");
  if (interval == nullptr) return;
  const double number = interval->is_number() ? interval->real : std::strtod(interval->text.c_str(), nullptr);
  if (number >= 1 && number <= 52) server::put_member(to, "interval", server::json_whole(static_cast<int>(number)));
}

}  // namespace

JsonValue regular_schedule(const JsonValue& from, std::vector<std::string>& notes) {
  JsonValue to = server::json_object();
  put_said(to, "id", from.text_at("id"));
  for (const std::string_view name : {"valid_from", "valid_to", "dtstart"})
    put_date(to, name, from.text_at(name), notes);
  put_days(to, from, notes);
  put_interval(to, from);
  put_said(to, "bymonthday", from.text_at("bymonthday"));
  for (const std::string_view name : {"opens_at", "closes_at"}) put_time(to, name, from.text_at(name), notes);
  put_said(to, "description", from.text_at("description"));
  return to;
}

JsonValue holiday_schedule(const JsonValue& from, std::vector<std::string>& notes) {
  JsonValue to = server::json_object();
  put_said(to, "id", from.text_at("id"));
  put_date(to, "valid_from", from.text_at("start_date"), notes);
  put_date(to, "valid_to", from.text_at("end_date"), notes);
  const bool is_closed = says_yes(from.find("closed"));
  put_said(to, "description", is_closed ? "Closed" : "Holiday hours");
  if (is_closed) return to;
  const std::string_view opens = from.text_at("opens_at");
  put_time(to, "opens_at", opens.empty() ? from.text_at("open_at") : opens, notes);
  put_time(to, "closes_at", from.text_at("closes_at"), notes);
  return to;
}

}  // namespace alongside::local_offer
