// fits: whether a value is of the kind that a question is answered with, and within our limits: the first thing
// that is asked of answers from outside. What is right in it (a number of choices, a pattern) FormRun says.
#pragma once

#include "plugins/feedback/model/form.hpp"

namespace alongside::feedback {

inline constexpr std::size_t most_letters = 4000;  // of one answer in words

bool fits(const FormElement& element, const Value& value);

}  // namespace alongside::feedback
