// Runs seeds one after the other and prints the sum. Called by main.
#pragma once

#include "tests/simulation/options.hpp"

namespace alongside::simulation {

// The exit code: 0 when nothing was wrong (with a planted bug: when it was found).
int run_seeds(const Options& options);
// In every fourth seed the council goes back to older copies of itself. Not in all: what a restore takes with
// it may be missing afterwards, so less can be asked of those runs.
bool has_restores(const Options& options, std::uint64_t seed);

}  // namespace alongside::simulation
