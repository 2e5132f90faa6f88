// Planted leaks that hold no word of anybody's: a number, a refusal, a moment, an order. Called by spoil() on each
// answer.
#pragma once

#include "tests/worlds/leaks.hpp"

#include <string_view>

namespace alongside::worlds {

void spoil_quietly(Leak leak, server::Database& database, std::string_view target, std::string_view body,
                   server::Response& response);

}  // namespace alongside::worlds
