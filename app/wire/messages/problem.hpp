// Problem: the body of every reply that is not a success. Made by the server; shown in logs and
// read by tests and by whoever connects another program. Never holds personal data.
#pragma once

#include "app/wire/decode_error.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>

namespace alongside::wire {

struct Problem {
  static constexpr SchemaId schema{2, 1};

  std::string code;          // a stable name: "not_found", or for a bad frame "bad_checksum"
  std::string detail;        // one sentence for the person who maintains the service
  std::uint64_t offset = 0;  // where in the request's body, when that is known
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(code), CEREAL_NVP(detail), CEREAL_NVP(offset), tail);
  }
};

// What to answer, with status 400, to a frame that was refused.
inline Problem problem_of(const DecodeError& error) {
  return {std::string(name_of(error.code)), "The body was refused: " + to_error(error).detail + ".", error.offset};
}

}  // namespace alongside::wire
