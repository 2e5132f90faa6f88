// evaluate: whether a condition holds for the answers so far. Pure and without recursion; used by
// SurveyLogic on both sides.
#pragma once

#include "plugins/feedback/model/expression.hpp"

#include <string_view>

namespace alongside::feedback {

// The answer to the question of that name, in capital or small letters alike; null when there is none.
const Value* find_answer(const Answers& answers, std::string_view name);

Value evaluate(const Expression& expression, const Answers& answers);
bool holds(const Expression& expression, const Answers& answers);

}  // namespace alongside::feedback
