// Numbers as JavaScript reads and writes them, since surveys are written for it: used by expressions
// and by answers that are shown. NaN stands for what is no number.
#pragma once

#include <limits>
#include <string>
#include <string_view>

namespace alongside::feedback {

inline constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
inline constexpr double furthest_moment = 8.64e15;  // in milliseconds: JavaScript's last
inline constexpr double endless = std::numeric_limits<double>::infinity();

// Without what JavaScript counts as blank at either side.
std::string_view script_trim(std::string_view text);

// All of the text as a number, as Number() has it: "" is 0, "0x10" is 16, "12 cm" is none.
double number_of(std::string_view text);
// The number that the text begins with, as parseFloat and parseInt have it.
double leading_number(std::string_view text);
double leading_integer(std::string_view text);
// As SurveyJS reads what somebody typed: "1,5" is 1.5; a longer row of digits than a number can hold is none.
double survey_number(std::string_view text);

// As short as it can be: 3, 1.5, 1e+21.
std::string text_of_number(double number);
// The digits behind the point in that text.
int decimals(double number);
// Rounded to so many digits behind the point.
double rounded(double number, int digits);

}  // namespace alongside::feedback
