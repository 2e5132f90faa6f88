// Loose comparison: what "equal", "more" and "contains" mean between answers of different kinds. It
// follows SurveyJS, whose surveys we run: 1 is "1", "ABC" is "abc", lists are equal in any order.
// Used by evaluate.cpp alone.
#pragma once

#include "plugins/feedback/model/value.hpp"

#include <string>

namespace alongside::feedback {

bool counts_as_true(const Value& value);
bool loosely_equal(const Value& left, const Value& right);
bool loosely_less(const Value& left, const Value& right);
bool loosely_contains(const Value& left, const Value& right);
bool loosely_lacks(const Value& left, const Value& right);
bool has_any_of(const Value& left, const Value& right);
bool has_all_of(const Value& left, const Value& right);
// A condition holds when its result equals true: true itself, 1 and "1".
bool is_plain_true(const Value& value);

// Small letters, for the letters of Latin alphabets.
std::string lower_case(std::string_view text);
// As it is shown: a list with commas.
std::string text_of(const Value& value);

}  // namespace alongside::feedback
