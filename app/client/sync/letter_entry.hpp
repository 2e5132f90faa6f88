// LetterEntry: one letter without a name as it lies on the shelf Letters, under a random key. Only
// this device reads it; nothing in it says who wrote it or when.
#pragma once

#include "app/base/bytes.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <string>

namespace alongside::client {

struct LetterEntry {
  static constexpr wire::SchemaId schema{82, 1};

  std::string path;     // "/api/feedback/answers"
  std::string purpose;  // of its token; empty: it needs none
  Bytes token;          // kept from when it was given: one is given once
  Bytes body;
  std::string writer;  // who alone may ask for its token; empty when it has one or needs none
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(path), CEREAL_NVP(purpose), CEREAL_NVP(token), CEREAL_NVP(body),
            wire::appended(CEREAL_NVP(writer)), tail);
  }
};

}  // namespace alongside::client
