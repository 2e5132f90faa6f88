// MayIForm: what somebody is typing under "May I spend it on this?". Kept as a draft on this device, exactly as typed.
#pragma once

#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <string>

namespace alongside::direct_payments {

struct MayIForm {
  static constexpr wire::SchemaId schema{232, 1};
  std::string what;
  std::string cost;
  std::string why;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(what), CEREAL_NVP(cost), CEREAL_NVP(why), tail);
  }
};

}  // namespace alongside::direct_payments
