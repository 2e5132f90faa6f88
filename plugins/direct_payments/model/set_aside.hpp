// SetAside: what a family keeps apart for bills that are still to come, what they owe for work that is done, and one
// more thing they think about, as they are typing it. Kept as a draft on this device, exactly as typed; nothing of it
// is sent. Used by the forecast screen.
#pragma once

#include "app/wire/record.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace alongside::direct_payments {

struct SetAside {
  static constexpr wire::SchemaId schema{231, 1};
  std::string holiday;     // holiday pay of a personal assistant
  std::string redundancy;  // what ending a job costs
  std::string tax;         // tax and National Insurance
  std::string insurance;
  std::string extra;  // one more thing a week
  std::string wages;  // for hours that were worked and are not paid yet
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(holiday), CEREAL_NVP(redundancy), CEREAL_NVP(tax), CEREAL_NVP(insurance), CEREAL_NVP(extra),
            wire::appended(CEREAL_NVP(wages)), tail);
  }
};

// Pence; empty is nothing, and so is zero. Nothing: it cannot be read.
std::optional<std::int64_t> typed_pence(const std::string& typed);

// The sum of what can be read.
std::int64_t sum_of(const SetAside& aside);

}  // namespace alongside::direct_payments
