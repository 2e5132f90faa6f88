// CouncilLink: the council as the simulated network reaches it: frames in, frames or refusals out.
// Implemented by SimServer; planted bugs stand between it and the network.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"

#include <cstdint>

namespace alongside::simulation {

class CouncilLink {
 public:
  virtual ~CouncilLink() = default;
  // Error: what SyncTransport makes of the reply's status. Offline: the process is not running.
  virtual Result<Bytes> push(PersonId person, const Bytes& frame) = 0;
  // Only the beginning of one arrives.
  virtual void push_cut_off(PersonId person, const Bytes& beginning) = 0;
  virtual Result<Bytes> feed(PersonId person, std::uint64_t since) = 0;
  // The process dies at one of the next steps.
  virtual void crash_soon() = 0;
};

}  // namespace alongside::simulation
