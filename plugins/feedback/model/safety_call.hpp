// SafetyCall: somebody does not feel safe, in their own words, on its way to the council's safeguarding contact: a
// letter without a name (POST /api/feedback/safety) or an operation of the person who is signed in. KeptSafetyCall is
// what that person sees of it: that it came, and that somebody has read it.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/limits.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>

namespace alongside::feedback {

using SafetyId = Id<struct SafetyTag>;

struct SafetyCall {
  static constexpr std::size_t most_bytes = 4000;
  static constexpr std::size_t most_reach_bytes = 400;
  SafetyId id;  // random, made for this call alone: sending it again changes nothing
  std::string words;
  std::string reach;  // how somebody may talk to them; empty: nobody can
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(words), CEREAL_NVP(reach), tail);
  }
};

struct SafetyLetter {
  static constexpr wire::SchemaId schema{330, 1};
  static constexpr wire::Limits limits{16 * 1024, 64 * 1024, 8};
  SafetyCall call;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(call), tail);
  }
};

struct PutSafetyCall {
  static constexpr wire::SchemaId schema{331, 1};
  static constexpr wire::Limits limits{16 * 1024, 64 * 1024, 8};
  SafetyCall call;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(call), tail);
  }
};

// A document of facet Own, under the call's id.
struct KeptSafetyCall {
  static constexpr wire::SchemaId schema{332, 1};
  bool is_read = false;  // somebody at the council has said that they have it
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(is_read), tail);
  }
};

}  // namespace alongside::feedback
