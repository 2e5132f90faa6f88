// UnsentChanges: what a device has not sent, for the person to take along before it is wiped. Made
// by SyncEngine::export_unsent; never sent by itself.
#pragma once

#include "app/wire/messages/operation.hpp"

#include <vector>

namespace alongside::client {

struct UnsentChanges {
  static constexpr wire::SchemaId schema{81, 1};
  static constexpr wire::Limits limits{std::size_t{64} << 20, std::size_t{256} << 20};

  PersonId person;
  DeviceId device;
  std::vector<wire::Operation> operations;  // oldest first
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(person), CEREAL_NVP(device), CEREAL_NVP(operations), tail);
  }
};

}  // namespace alongside::client
