// WeightedWords: the words of one service with how much each tells. Used by Search while it
// builds its vocabulary.
#pragma once

#include "plugins/local_offer/model/service_summary.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct WeightedWord {
  std::string word;  // folded
  std::uint16_t weight = 0;
};

// Each word once, with the weight of the best field it stands in.
std::vector<WeightedWord> weighted_words(const ServiceSummary& service);

}  // namespace alongside::local_offer
