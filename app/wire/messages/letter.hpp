// Letter: what is sent without a name. The token says that its sender may send one, and cannot be
// followed back to whom it was given (a blind signature, RFC 9474); it is empty where none is needed.
// Posted by the client's letter box without credentials.
#pragma once

#include "app/base/bytes.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

namespace alongside::wire {

struct Letter {
  static constexpr SchemaId schema{57, 1};
  Bytes token;
  Bytes body;  // one frame of the receiver's own message
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(token), CEREAL_NVP(body), tail);
  }
};

}  // namespace alongside::wire
