// Push: changes on their way to the council, oldest first and without a gap; PushReply: what became
// of each. Sent by the client's sync engine to POST /api/sync/push, answered by the server's sync.
#pragma once

#include "app/wire/messages/operation.hpp"

#include <string>
#include <vector>

namespace alongside::wire {

// An Operation without what a push says once for all of them.
struct PushedOperation {
  using NeverGrows = void;
  OperationId id;
  std::uint32_t subject = 0;  // index into Push::subjects
  std::uint32_t kind = 0;
  std::uint32_t edition = 1;
  std::uint64_t base_version = 0;
  std::int64_t made_after_ms = 0;  // since Push::made_from_ms; may be negative
  Bytes payload;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(subject), CEREAL_NVP(kind), CEREAL_NVP(edition), CEREAL_NVP(base_version),
            CEREAL_NVP(made_after_ms), CEREAL_NVP(payload));
  }
};

struct Push {
  static constexpr SchemaId schema{41, 1};
  static constexpr std::size_t most_operations = 256;

  DeviceId device;
  PersonId actor;
  std::uint64_t first_sequence = 1;  // of operations[0]; the others follow without a gap
  std::int64_t made_from_ms = 0;
  std::vector<Subject> subjects;
  std::vector<PushedOperation> operations;
  std::vector<OperationId> built_on;  // of each operation with a base version, in order
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(device), CEREAL_NVP(actor), CEREAL_NVP(first_sequence), CEREAL_NVP(made_from_ms),
            CEREAL_NVP(subjects), CEREAL_NVP(operations), appended(CEREAL_NVP(built_on)), tail);
  }
};

enum class Outcome : std::uint8_t {
  Applied,
  Refused,   // it may not be, or makes no sense: `code` says why
  Conflict,  // the document changed meanwhile; the person is asked
};
constexpr bool is_known(Outcome outcome) { return outcome <= Outcome::Conflict; }

struct OperationResult {
  OperationId id;
  Outcome outcome = Outcome::Applied;
  std::string code;           // "not_allowed", "unbalanced": a stable name; empty when applied
  std::uint64_t version = 0;  // of the document after it
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(outcome), CEREAL_NVP(code), CEREAL_NVP(version), tail);
  }
};

struct PushReply {
  static constexpr SchemaId schema{42, 1};

  IncarnationId incarnation;
  std::uint64_t committed = 0;           // the last sequence of this device that is applied and on the disk
  std::uint64_t backed_up = 0;           // the last that a verified backup holds
  std::vector<OperationResult> results;  // of the pushed operations up to `committed`, in order
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(incarnation), CEREAL_NVP(committed), CEREAL_NVP(backed_up), CEREAL_NVP(results), tail);
  }
};

}  // namespace alongside::wire
