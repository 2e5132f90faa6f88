// What somebody had said of a survey elsewhere, before or in another tab, and what they say of it here, made into one:
// it may become known only after they began. Asked by Answering; the same form on both sides.
#pragma once

#include "plugins/feedback/model/form.hpp"
#include "plugins/feedback/model/response.hpp"

#include <cstdint>

namespace alongside::feedback {

// Which of two answers to the same question holds.
enum class Holds : std::uint8_t { Before, Now };

// `seen`: of what was said elsewhere, as much as was in front of the person when they said this here. What has stayed
// as it was seen is no other opinion.

// Whether something that was said elsewhere would go if what is said now held.
bool is_at_odds(const Form& form, const Response& before, const Response& now, const Response& seen);
// Both. Where they are at odds, the one that `holds`; where only one says something, that.
Response joined(const Form& form, Response before, const Response& now, const Response& seen, Holds holds);

}  // namespace alongside::feedback
