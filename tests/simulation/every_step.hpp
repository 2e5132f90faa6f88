// every_step: a push with each kind of change, sent again after the council died at each of its SQL statements and of
// its calls to the disk (write, sync, truncate, remove), one after the other and none left out. The random runs meet
// most of them; this meets them all. Called by the checks of the simulator itself.
#pragma once

#include "app/base/result.hpp"

#include <cstdint>

namespace alongside::simulation {

class SimVfs;

struct StepsTried {
  std::uint64_t steps = 0;    // of the push
  std::uint64_t crashes = 0;  // several for each step: the process, and the machine with what it had not synced
};

// What was not as it must be, as an error that names the step.
Result<StepsTried> try_every_step(SimVfs& vfs);

}  // namespace alongside::simulation
