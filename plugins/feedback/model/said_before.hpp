// What somebody had said of a survey before, and what they say of it now, made into one: their draft may become known
// only after they began again. Asked by Answering; the same form on both sides.
#pragma once

#include "plugins/feedback/model/form.hpp"
#include "plugins/feedback/model/response.hpp"

#include <cstdint>

namespace alongside::feedback {

// Which of two answers to the same question holds.
enum class Holds : std::uint8_t { Before, Now };

// Whether something that was said before would go if what is said now held.
bool is_at_odds(const Form& form, const Response& before, const Response& now);
// Both. Where they are at odds, the one that `holds`; where only one says something, that.
Response joined(const Form& form, Response before, const Response& now, Holds holds);

}  // namespace alongside::feedback
