// SyncWorld: all that the sync engine has of the world: store, turns, network, timer, chance, clock.
// The engine has no other I/O, so the simulator can give it a world of its own in which everything
// that can go wrong does. All callbacks come later, never before the call returns.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/base/result.hpp"
#include "app/client/store/store.hpp"

#include <cstdint>
#include <functional>
#include <string_view>

namespace alongside::client {

// One tab at a time talks to the council (a Web Lock in the browser). `granted` comes once, later;
// whoever was granted the turn gives it back with end().
class Turns {
 public:
  virtual ~Turns() = default;
  virtual void take(std::string_view name, std::function<void()> granted) = 0;
  virtual void end(std::string_view name) = 0;
};

// Error codes of a reply: Offline (nothing was reached, or the reply was lost), SignedOut (401),
// NotAllowed, Unavailable (503), InvalidInput, Conflict (the device is not who it says: 409).
class SyncTransport {
 public:
  using Reply = std::function<void(Result<Bytes>)>;
  virtual ~SyncTransport() = default;
  virtual void push(Bytes frame, Reply reply) = 0;                           // POST /api/sync/push
  virtual void feed(std::uint64_t since, Reply reply) = 0;                   // GET /api/sync/feed?since=
  virtual void letter(std::string_view path, Bytes frame, Reply reply) = 0;  // POST without credentials
};

class Timer {
 public:
  virtual ~Timer() = default;
  virtual void after(std::int64_t ms, std::function<void()> call) = 0;
};

struct SyncWorld {
  Store& store;
  Turns& turns;
  SyncTransport& transport;
  Timer& timer;
  Chance& chance;
  const Clock& clock;
};

}  // namespace alongside::client
