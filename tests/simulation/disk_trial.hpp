// DiskTrial: the server's Database alone on a SimDisk that dies at random steps. What was committed
// must be there afterwards, what was not must not, and the file must be sound. Run before the seeds,
// so that a mistake in the disk is not taken for one in the synchronisation.
#pragma once

#include "app/base/result.hpp"
#include "tests/simulation/faults.hpp"

#include <cstdint>

namespace alongside::simulation {

class SimVfs;

// Error: what was wrong after which crash.
Result<void> try_disk(SimVfs& vfs, std::uint64_t seed, std::uint32_t crashes, FaultCounts& counts);

}  // namespace alongside::simulation
