// random_id: an id that nobody else has. Used by the sync engine for operations, documents and devices.
#pragma once

#include "app/base/id.hpp"
#include "app/client/sync/sync_world.hpp"

namespace alongside::client {

template <class AnyId>
AnyId random_id(Chance& chance) {
  IdBytes bytes{};
  chance.fill(bytes);
  return AnyId(bytes);
}

}  // namespace alongside::client
