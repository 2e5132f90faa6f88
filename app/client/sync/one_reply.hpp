// one_reply: what a request is given to answer with: the first of its reply and the end of patience
// counts, everything later is an earlier attempt's and is ignored. So is all that comes after its owner
// has gone. Used by whatever asks the network.
#pragma once

#include "app/client/sync/sync_world.hpp"

#include <memory>
#include <utility>

namespace alongside::client {

inline constexpr std::int64_t patience_ms = 60'000;

inline SyncTransport::Reply one_reply(Timer& timer, const std::shared_ptr<int>& alive, SyncTransport::Reply reply) {
  struct Attempt {
    std::weak_ptr<int> alive;
    SyncTransport::Reply reply;
    void answer(Result<Bytes> with) {
      const auto owner = alive.lock();
      if (!owner || !reply) return;
      std::exchange(reply, nullptr)(std::move(with));
    }
  };
  auto attempt = std::make_shared<Attempt>(Attempt{alive, std::move(reply)});
  timer.after(patience_ms, [attempt] { attempt->answer(Error{ErrorCode::Offline, "no reply came"}); });
  return [attempt](Result<Bytes> with) { attempt->answer(std::move(with)); };
}

}  // namespace alongside::client
