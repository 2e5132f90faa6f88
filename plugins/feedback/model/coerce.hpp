// What JavaScript makes of a value where a number, words or a yes is wanted. The lower half of loose.hpp,
// arithmetic.hpp and the functions of expressions.
#pragma once

#include "plugins/feedback/model/value.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace alongside::feedback {

bool is_nothing(const Value& value);  // undefined or null
bool is_quote(char c);                // ' or "
bool is_object(const Value& value);   // a list, a map or a moment
bool counts_as_true(const Value& value);

double to_number(const Value& value);      // Number(value)
std::string to_words(const Value& value);  // String(value)
std::string words_of_list(const Value& list, std::string_view between);
// SurveyJS's own reading: NaN for what is no number, "1,5" is 1.5, a list of one number is that number.
double survey_number(const Value& value);
// A date made of a moment, a number of milliseconds or words; NaN if it cannot be one.
double survey_moment(const Value& value);

// What an answer, or a literal, counts as in an expression: "5" is 5, "TRUE" is true, "'x'" is x.
Value as_it_looks(Value value);
// Whether that may be something else. Most words are not: they begin with a letter that no number, true or false does.
bool may_look_otherwise(const Value& value);

// Small letters, for the letters of Latin alphabets.
std::string lower_case(std::string_view text);
// As it is shown: a list with commas, nothing as no words.
std::string text_of(const Value& value);

// JavaScript counts in UTF-16 units: how many there are, and the words from one to another.
std::size_t script_length(std::string_view text);
std::string_view script_part(std::string_view text, std::size_t from, std::size_t to);

}  // namespace alongside::feedback
