#include "plugins/direct_payments/model/statement/statement_day.hpp"

#include "app/base/letters.hpp"
#include "app/base/text.hpp"

#include <cstddef>

namespace alongside::direct_payments {
namespace {

// No family's account was written down earlier, or will be later.
constexpr int first_year = 1980;
constexpr int last_year = 2099;

bool starts_alike(std::string_view word, std::string_view start) {
  if (word.size() < start.size()) return false;
  for (std::size_t i = 0; i < start.size(); ++i) {
    if (small_letter(word[i]) != start[i]) return false;
  }
  return true;
}

// 1 to 12 for "Aug", "August" and "Sept"; 0 for another word.
int month_of(std::string_view word) {
  constexpr std::string_view names[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3) return 0;
  for (int month = 1; month <= 12; ++month) {
    const std::string_view name = names[month - 1];
    if (word.size() <= name.size() && starts_alike(word, name.substr(0, word.size()))) return month;
  }
  return 0;
}

int known_month(std::string_view word) { return month_of(word) == 0 ? -1 : month_of(word); }

bool is_weekday(std::string_view word) {
  for (const std::string_view start : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
    if (starts_alike(word, start)) return true;
  }
  return false;
}

// A run of digits, or of letters.
std::string_view run_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (at < text.size() && is_digit(text[at])) {
    while (end < text.size() && is_digit(text[end])) ++end;
  } else {
    while (end < text.size() && is_letter(text[end])) ++end;
  }
  return text.substr(at, end - at);
}

// " 10:15", "T10:15:00.000+01:00", ", 10:15 pm" or nothing at all.
bool is_time_or_nothing(std::string_view rest) {
  if (trim(rest).empty()) return true;
  if (rest[0] != ' ' && rest[0] != 'T' && rest[0] != ',') return false;
  rest = trim(rest.substr(1));
  return rest.size() >= 4 && is_digit(rest[0]) && rest.find(':') <= 2 &&
         rest.find_first_not_of("0123456789:.+- TZAPMapmGUC") == std::string_view::npos;
}

// ".000[-5:EST]", as OFX has it.
bool is_zone(std::string_view rest) {
  return (rest.starts_with('.') || rest.starts_with('[')) &&
         rest.find_first_not_of("0123456789.[]+-:ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

struct Parts {
  std::array<std::string_view, 3> run;
  std::size_t count = 0;
  std::string_view rest;
};

// Up to three runs with few separators between, after the name of a weekday if there is one.
Parts parts_of(std::string_view text) {
  Parts parts;
  std::size_t at = 0;
  if (!text.empty() && is_letter(text[0]) && month_of(run_at(text, 0)) == 0 && is_weekday(run_at(text, 0))) {
    at = run_at(text, 0).size();
    while (at < text.size() && (text[at] == ' ' || text[at] == ',' || text[at] == '.')) ++at;
  }
  while (parts.count < 3) {
    const std::string_view run = run_at(text, at);
    if (run.empty()) break;
    parts.run[parts.count++] = run;
    at += run.size();
    if (parts.count == 3) break;
    const std::size_t before = at;
    while (at < text.size() && at - before < 3 && std::string_view("/-. ,'").find(text[at]) != std::string_view::npos)
      ++at;
    if (at == before && !(at < text.size() && is_letter(text[at]) != is_letter(run[0]))) break;
  }
  parts.rest = text.substr(at);
  return parts;
}

int plain_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return -1;
  int value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Of two digits or four; -1 for "20205".
int year_of(std::string_view digits) {
  const int year = plain_number(digits);
  if (year < 0 || (digits.size() != 2 && digits.size() != 4)) return -1;
  if (digits.size() == 4) return year;
  return year < 80 ? 2000 + year : 1900 + year;
}

std::variant<Date, LineReason> day_from(int year, int month, int day) {
  if (year < 0 || month < 0 || day < 0) return LineReason::NotADay;
  if (year < first_year || year > last_year) return LineReason::DayFarAway;
  const Result<Date> date = Date::from_civil(year, month, day);
  if (!date.ok()) return LineReason::NoSuchDay;
  return date.value();
}

int small_number(std::string_view digits) { return digits.size() > 2 ? -1 : plain_number(digits); }

// "20260803", and "20260803101500.000[0:GMT]" as OFX has it.
bool is_compact(std::string_view run) { return run.size() == 8 || run.size() == 12 || run.size() == 14; }

}  // namespace

std::variant<Date, LineReason> read_statement_day(std::string_view cell, DayOrder order) {
  const std::string_view text = trim(cell);
  if (text.empty()) return LineReason::NoDay;
  const std::string_view whole = run_at(text, 0);
  if (is_digit(text[0]) && is_compact(whole)) {
    const std::string_view rest = text.substr(whole.size());
    if (!is_zone(rest) && !is_time_or_nothing(rest)) return LineReason::NotADay;
    return day_from(plain_number(whole.substr(0, 4)), plain_number(whole.substr(4, 2)),
                    plain_number(whole.substr(6, 2)));
  }
  const Parts parts = parts_of(text);
  const auto& [first, second, third] = parts.run;
  if (parts.count != 3 || !is_time_or_nothing(parts.rest)) return LineReason::NotADay;
  if (is_letter(second[0])) return day_from(year_of(third), known_month(second), small_number(first));
  if (is_letter(first[0])) return day_from(year_of(third), known_month(first), small_number(second));
  if (first.size() == 4) return day_from(plain_number(first), small_number(second), small_number(third));
  const bool day_first = order == DayOrder::DayFirst;
  return day_from(year_of(third), small_number(day_first ? second : first), small_number(day_first ? first : second));
}

std::array<int, 2> leading_numbers(std::string_view cell) {
  const Parts parts = parts_of(trim(cell));
  if (parts.count != 3 || year_of(parts.run[2]) < 0) return {0, 0};
  const int first = small_number(parts.run[0]);
  const int second = small_number(parts.run[1]);
  if (first <= 0 || second <= 0) return {0, 0};
  return {first, second};
}

}  // namespace alongside::direct_payments
