// One run of a world's history against a council of its own, and all that B was answered in it.
#pragma once

#include "tests/worlds/history.hpp"
#include "tests/worlds/leaks.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::worlds {

struct Outcome {
  std::vector<std::string> seen;  // by B: request line, head and body
  std::string kept;               // by the council, after each event of the secret's and at the end
};

Outcome run(const History& history, std::uint64_t seed, Leak leak);

// The first answer that is not the same, or -1.
int first_difference(const Outcome& one, const Outcome& other);

}  // namespace alongside::worlds
