#include "app/base/date.hpp"

#include <array>

namespace alongside {
namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;
constexpr int days_per_era = 146097;  // 400 Gregorian years
constexpr int epoch_shift = 719468;   // 0000-03-01 to 1970-01-01

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in_month(int year, int month) {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

struct Civil {
  int year;
  int month;
  int day;
};

// Years are counted from March, so that the leap day is the last of its year.
constexpr std::int32_t days_of(Civil civil) {
  const int year = civil.month <= 2 ? civil.year - 1 : civil.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int month_from_march = (civil.month + 9) % 12;
  const int day_of_year = (153 * month_from_march + 2) / 5 + civil.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_per_era + day_of_era - epoch_shift;
}

constexpr Civil civil_of(std::int32_t days) {
  const int shifted = days + epoch_shift;
  const int era = (shifted >= 0 ? shifted : shifted - (days_per_era - 1)) / days_per_era;
  const int day_of_era = shifted - era * days_per_era;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  return {year, month, day};
}

static_assert(days_of({1970, 1, 1}) == 0 && days_of({2000, 2, 29}) == 11016);

// The number in `text`, or -1 when any character is not a digit.
int digits(std::string_view text) {
  int value = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return -1;
    value = value * 10 + (character - '0');
  }
  return value;
}

void append_padded(std::string& out, int value, int width) {
  std::string number = std::to_string(value);
  out.append(static_cast<std::size_t>(width) > number.size() ? static_cast<std::size_t>(width) - number.size() : 0,
             '0');
  out += number;
}

}  // namespace

Result<Date> Date::from_civil(int year, int month, int day) {
  if (year < first_year || year > last_year)
    return Error{ErrorCode::InvalidInput, "the year is not between 1 and 9999"};
  if (month < 1 || month > 12) return Error{ErrorCode::InvalidInput, "there is no such month"};
  if (day < 1 || day > days_in_month(year, month))
    return Error{ErrorCode::InvalidInput, "there is no such day in that month"};
  return Date(days_of({year, month, day}));
}

Result<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-')
    return Error{ErrorCode::InvalidInput, "a date is written YYYY-MM-DD"};
  const int year = digits(iso.substr(0, 4));
  const int month = digits(iso.substr(5, 2));
  const int day = digits(iso.substr(8, 2));
  if (year < 0 || month < 0 || day < 0) return Error{ErrorCode::InvalidInput, "a date is written YYYY-MM-DD"};
  return from_civil(year, month, day);
}

int Date::year() const { return civil_of(days_).year; }
int Date::month() const { return civil_of(days_).month; }
int Date::day() const { return civil_of(days_).day; }

Weekday Date::weekday() const {
  const int since_monday = ((days_ % 7) + 7 + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>(since_monday);
}

std::string Date::iso() const {
  const Civil civil = civil_of(days_);
  std::string out;
  append_padded(out, civil.year, 4);
  out += '-';
  append_padded(out, civil.month, 2);
  out += '-';
  append_padded(out, civil.day, 2);
  return out;
}

}  // namespace alongside
