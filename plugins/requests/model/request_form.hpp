// RequestForm: what somebody is about to ask for, as they are typing it. Kept as a draft exactly as typed; its request
// has no id yet.
#pragma once

#include "plugins/requests/model/changes.hpp"

#include <string>
#include <string_view>

namespace alongside::requests {

struct RequestForm {
  static constexpr wire::SchemaId schema{420, 1};
  std::string child;  // a subject's id
  AskFor ask;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(child), CEREAL_NVP(ask), tail);
  }
};

// SomethingElse for a name that nobody knows.
RequestKind kind_named(std::string_view name);

}  // namespace alongside::requests
