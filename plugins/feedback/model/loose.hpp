// Loose comparison: what "equal", "more" and "contains" mean between answers of different kinds. It
// follows SurveyJS, whose surveys we run: 1 is "1", "ABC" is "abc", lists are equal in any order.
// Used by expressions.
#pragma once

#include "plugins/feedback/model/value.hpp"

namespace alongside::feedback {

enum class Order : bool { Ignored, Counts };
// Exact: capital letters and spaces around count. SameKind: and 1 is not "1".
enum class Words : std::uint8_t { Alike, Exact, SameKind };

bool loosely_equal(const Value& left, const Value& right, Order order = Order::Ignored, Words words = Words::Alike);
// Whether an answer that is given again changes anything.
inline bool same_answer(const Value& left, const Value& right) {
  return loosely_equal(left, right, Order::Counts, Words::SameKind);
}
bool loosely_less(const Value& left, const Value& right);
// The same in an expression: "undefined" is nothing, and "2026-11-22" beside a moment is a moment (no words
// at all are `now`).
bool equal_in_expression(const Value& left, const Value& right, double now, Order order = Order::Ignored);
bool less_in_expression(const Value& left, const Value& right, double now);
bool more_in_expression(const Value& left, const Value& right, double now);

bool loosely_contains(const Value& left, const Value& right);
bool loosely_lacks(const Value& left, const Value& right);
bool has_any_of(const Value& left, const Value& right);
bool has_all_of(const Value& left, const Value& right);
// A condition holds when its result equals true: true itself, 1 and "1".
bool is_plain_true(const Value& value);

}  // namespace alongside::feedback
