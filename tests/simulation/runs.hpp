// Runs seeds one after the other and prints the sum. Called by main.
#pragma once

#include "tests/simulation/options.hpp"

namespace alongside::simulation {

// The exit code: 0 when nothing was wrong (with a planted bug: when it was found).
int run_seeds(const Options& options);

}  // namespace alongside::simulation
