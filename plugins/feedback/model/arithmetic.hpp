// Sums as SurveyJS does them: what was not answered counts as nothing beside it, words are put together,
// and 0.1 + 0.2 is 0.3. Used by expressions.
#pragma once

#include "plugins/feedback/model/value.hpp"

namespace alongside::feedback {

// What stands for an empty side of a sum, an "and" or an "or", beside `other`.
Value or_nought(const Value& value, const Value& other);

Value sum_of(const Value& left, const Value& right);
Value difference_of(const Value& left, const Value& right);
Value product_of(const Value& left, const Value& right);
Value quotient_of(const Value& left, const Value& right);   // by nothing: null
Value remainder_of(const Value& left, const Value& right);  // by nothing: null
Value power_of(const Value& left, const Value& right);

// JavaScript's + alone, with the digits behind the point that the sides have.
Value plain_sum(const Value& left, const Value& right);

}  // namespace alongside::feedback
