// TransportWeb: the addresses at which the council listens to the sync engine, over the platform's
// network. Owned by PlatformWeb.
#pragma once

#include "app/client/sync/sync_world.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::client {

class Platform;

class TransportWeb final : public SyncTransport {
 public:
  explicit TransportWeb(Platform& platform) : platform_(platform) {}

  void push(Bytes frame, Reply reply) override;
  void feed(std::uint64_t since, Reply reply) override;
  void letter(std::string_view path, Bytes frame, Reply reply) override;

 private:
  Platform& platform_;
};

}  // namespace alongside::client
