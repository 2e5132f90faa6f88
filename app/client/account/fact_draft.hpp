// FactDraft: what somebody has typed into a form about their family and not saved. On this device alone; kept and read
// by FactForm. It is saved on top of what was there when they began, however long ago that was.
#pragma once

#include "app/wire/messages/version.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>

namespace alongside::client {

struct FactDraft {
  static constexpr wire::SchemaId schema{68, 1};

  std::string text;
  std::uint64_t version = 0;
  OperationId made_by;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(text), CEREAL_NVP(version), CEREAL_NVP(made_by), tail);
  }
};

}  // namespace alongside::client
