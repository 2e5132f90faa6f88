// evaluate: what an expression makes of what it sees, and whether a condition holds. Pure, without
// recursion over the expression, and bounded in steps; used by SurveyLogic on both sides and by the engine.
#pragma once

#include "plugins/feedback/model/expression.hpp"
#include "plugins/feedback/model/scope.hpp"

#include <cstdint>

namespace alongside::feedback {

Value evaluate(const Expression& expression, const Scope& scope);
// Whether that is true itself or false itself.
enum class Truth : std::uint8_t { Yes, No, Neither };
Truth truth_of(const Expression& expression, const Scope& scope);
bool holds(const Expression& expression, const Scope& scope);

// Of answers alone.
Value evaluate(const Expression& expression, const Answers& answers);
bool holds(const Expression& expression, const Answers& answers);

}  // namespace alongside::feedback
