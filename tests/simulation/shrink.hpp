// Shrinking: the smallest run of a seed that still fails: fewer operations, fewer faults, and of the kinds of fault
// only those without which it does not. Called by main, and by the simulator's checks with a planted bug.
#pragma once

#include "tests/simulation/options.hpp"
#include "tests/simulation/world.hpp"

#include <functional>
#include <string>

namespace alongside::simulation {

// What runs this again.
std::string command_of(const RunSettings& settings);

// `fails` runs a seed; it must fail with these settings.
RunSettings shrunk(RunSettings settings, const std::function<bool(const RunSettings&)>& fails);
// Whether something is wrong with the run other than that too little happened in it.
bool is_wrong(const RunResult& run);

// Prints the smallest run; the exit code: 1 when the seed does not fail at all.
int shrink_seed(const Options& options);

}  // namespace alongside::simulation
