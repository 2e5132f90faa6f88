// The simulator's own kind of change: it adds its marker to a shared list. Applied twice, the marker
// stands there twice; lost, it is missing: the plainest ledger there can be. Markers are the run's
// numbers for what somebody meant to save; facts and preferences carry theirs as text.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <vector>

namespace alongside::simulation {

struct SimAppend {
  static constexpr wire::SchemaId schema{9001, 1};
  DocumentId list;
  std::uint64_t marker = 0;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(list), CEREAL_NVP(marker), tail);
  }
};

struct SimList {
  static constexpr wire::SchemaId schema{9002, 1};
  std::vector<std::uint64_t> markers;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(markers), tail);
  }
};

}  // namespace alongside::simulation
