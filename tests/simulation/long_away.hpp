// come_back_after: a device that is away from the network for hundreds of days while its person goes on, and so does
// the family elsewhere. When it returns, all that was saved on it reaches the council, each change once, and every
// device shows the same. The random runs never wait so long. Called by the checks of the simulator itself.
#pragma once

#include "app/base/result.hpp"

#include <cstdint>

namespace alongside::simulation {

class SimVfs;

struct Absence {
  std::uint32_t days = 400;
  std::uint32_t changes = 10'000;  // saved on the device meanwhile
};

struct Return {
  std::uint64_t sent = 0;     // of the changes
  std::uint64_t applied = 0;  // the rest was refused or in conflict, with its answer
  std::int64_t ms = 0;        // until the device had sent them all
};

// What was not as it must be, as an error.
Result<Return> come_back_after(SimVfs& vfs, Absence absence);

}  // namespace alongside::simulation
