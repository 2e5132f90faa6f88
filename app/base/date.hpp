// Date: a day of the proleptic Gregorian calendar, as days since 1970-01-01. No time, no zone.
// Written "2026-11-22" (ISO 8601) in feeds and messages; ui formats it for people.
#pragma once

#include "app/base/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside {

enum class Weekday : std::uint8_t { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(std::int32_t days) : days_(days) {}
  static Result<Date> from_civil(int year, int month, int day);
  static Result<Date> parse(std::string_view iso);  // "YYYY-MM-DD" exactly

  constexpr std::int32_t days() const { return days_; }
  int year() const;
  int month() const;  // 1..12
  int day() const;    // 1..31
  Weekday weekday() const;
  std::string iso() const;

  constexpr auto operator<=>(const Date&) const = default;

 private:
  std::int32_t days_ = 0;
};

// The days that can be written with four digits of year: 0001-01-01 and 9999-12-31.
inline constexpr Date first_date{-719162};
inline constexpr Date last_date{2932896};

constexpr std::int32_t days_between(Date from, Date to) { return to.days() - from.days(); }

}  // namespace alongside
