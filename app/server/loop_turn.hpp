// LoopTurn: what is to be done once all that has arrived already was looked at. Lent by the running server to whoever
// gathers such things (sync/push_group.hpp); HttpLoopTurn is the one there is.
#pragma once

#include <functional>

namespace alongside::server {

class LoopTurn {
 public:
  virtual ~LoopTurn() = default;
  // Called once, on the server's thread, after this returns; not at all when the server stops before.
  virtual void at_end(std::function<void()> act) = 0;
};

}  // namespace alongside::server
