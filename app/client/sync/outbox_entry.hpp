// OutboxEntry: one change as it lies on the shelf Outbox, under its sequence as 16 hex digits. Only
// this device reads it. Written by SaveQueue (unsent), PushRound (what became of it) and Replica.
#pragma once

#include "app/wire/messages/operation.hpp"
#include "app/wire/messages/push.hpp"

#include <string>

namespace alongside::client {

enum class SentState : std::uint8_t {
  Unsent,
  Acknowledged,
  Dismissed,  // acknowledged as refused or conflicting, and the person has seen it: never sent again
};
constexpr bool is_known(SentState state) { return state <= SentState::Dismissed; }

struct OutboxEntry {
  static constexpr wire::SchemaId schema{80, 1};

  wire::Operation operation;
  SentState state = SentState::Unsent;
  wire::Outcome outcome = wire::Outcome::Applied;  // this and all below: when it is not unsent
  std::string code;
  std::uint64_t version = 0;
  Date acknowledged;  // by this device's clock
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(operation), CEREAL_NVP(state), CEREAL_NVP(outcome), CEREAL_NVP(code), CEREAL_NVP(version),
            CEREAL_NVP(acknowledged), tail);
  }
};

}  // namespace alongside::client
