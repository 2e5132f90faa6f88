// Operation: one change that a person made. Kept in the device's outbox until the council has it
// and is backed up; applied by the server exactly once; read by plugins' rules on both sides.
// The device's sequence number stands beside it (it is the outbox's key, and the place in a push).
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/ids.hpp"
#include "app/wire/messages/version.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>

namespace alongside::wire {

// What a change is about, and in whose circle.
struct Subject {
  using NeverGrows = void;
  HouseholdId household;
  SubjectId id;
  auto operator<=>(const Subject&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(household), CEREAL_NVP(id));
  }
};

struct Operation {
  static constexpr SchemaId schema{40, 1};

  OperationId id;  // random, made by the device
  PersonId actor;  // who made it; the server compares it with who is signed in
  Subject subject;
  std::uint32_t kind = 0;          // the schema id of the payload
  std::uint32_t edition = 1;       // its schema version
  std::uint64_t base_version = 0;  // of the document it changes, as the person saw it; 0: a new one
  std::int64_t made_at_ms = 0;     // by the device's clock: shown, never used for order
  Bytes payload;                   // wire::encode_payload of the kind's message
  OperationId built_on;            // the change that made that version
  Tail tail{};

  Version base() const { return {base_version, built_on}; }
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(actor), CEREAL_NVP(subject), CEREAL_NVP(kind), CEREAL_NVP(edition),
            CEREAL_NVP(base_version), CEREAL_NVP(made_at_ms), CEREAL_NVP(payload), appended(CEREAL_NVP(built_on)),
            tail);
  }
};

}  // namespace alongside::wire
