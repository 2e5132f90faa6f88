// LifeStage: the ages that a word such as "toddlers" or "teenager" speaks of. Used by word_groups and Search: most
// services for a teenager do not call themselves so, and say it with their ages.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::local_offer {

// In years, both ends included.
struct LifeStage {
  std::uint8_t least;
  std::uint8_t most;
};

// `stem`: as the English stemmer makes it, of a Welsh word too.
std::optional<LifeStage> life_stage_of(std::string_view stem);

}  // namespace alongside::local_offer
