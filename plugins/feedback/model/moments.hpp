// Moments: days and times as JavaScript's Date has them, on the clock on the wall: surveys ask for days,
// and nobody's answer depends on a time zone. A moment is milliseconds since 1970; NaN is none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::feedback {

struct Civil {
  std::int64_t year = 1970;
  std::int64_t month = 0;  // 0 to 11; what is more or less than fits moves the rest
  std::int64_t day = 1;
  std::int64_t hour = 0;
  std::int64_t minute = 0;
  std::int64_t second = 0;
  std::int64_t millisecond = 0;
};

double moment_of(const Civil& civil);
Civil civil_of(double moment);  // of a moment that is not NaN
int weekday_of(double moment);  // 0: Sunday
double start_of_day(double moment);

// As new Date(text): "2026-11-22", "2026-11-22T10:30", "2026-11-22 10:30", "11/22/2026".
double moment_of_text(std::string_view text);
// As SurveyJS makes a date of words: a day without a time is that day's start.
double survey_moment(std::string_view text);
// "Sun Nov 22 2026 00:00:00 GMT+0000 (Coordinated Universal Time)"
std::string text_of_moment(double moment);
// "2026-11-22"
std::string day_of_moment(double moment);

}  // namespace alongside::feedback
