// The simulator's checks of itself: its disk, that a seed runs the same twice, and that planted bugs
// are found. Called by main.
#pragma once

namespace alongside::simulation {

// Prints each check and "N passed, N failed"; the exit code is 0 when all passed.
int check_simulator();

}  // namespace alongside::simulation
