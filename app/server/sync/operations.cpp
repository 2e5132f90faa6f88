#include "app/server/sync/operations.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace alongside::server {

void Operations::add(OperationKind kind) {
  if (find(kind.kind, kind.edition) != nullptr) {
    std::fprintf(stderr, "two rules for operations of kind %u, edition %u\n", kind.kind, kind.edition);
    std::abort();
  }
  kinds_.push_back(std::move(kind));
}

const OperationKind* Operations::find(std::uint32_t kind, std::uint32_t edition) const {
  const auto found = std::ranges::find_if(
      kinds_, [&](const OperationKind& known) { return known.kind == kind && known.edition == edition; });
  return found == kinds_.end() ? nullptr : &*found;
}

}  // namespace alongside::server
