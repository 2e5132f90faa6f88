// IndexTables: an inverted index as it is built and as it is stored: for each term, the services that
// have it and how much it weighs there. Made by IndexBuilder or index_codec; TextIndex searches it.
#pragma once

#include "plugins/local_offer/model/search/dictionary.hpp"

#include <cstdint>
#include <vector>

namespace alongside::local_offer {

// One posting in one number: the service below, the weight above.
inline constexpr unsigned posting_bits = 24;
inline constexpr std::uint32_t posting_mask = (std::uint32_t{1} << posting_bits) - 1;
inline constexpr std::uint32_t most_services = 1'000'000;
inline constexpr std::uint32_t most_words = 1'000'000;
inline constexpr std::uint32_t most_postings = 40'000'000;
inline constexpr std::uint32_t most_weight = 255;

constexpr std::uint32_t posting_of(std::uint32_t service, std::uint32_t weight) {
  return weight << posting_bits | service;
}
constexpr std::uint32_t service_of(std::uint32_t posting) { return posting & posting_mask; }
constexpr std::uint32_t weight_of(std::uint32_t posting) { return posting >> posting_bits; }

struct IndexTables {
  std::uint32_t services = 0;
  Dictionary dictionary;
  std::vector<std::uint32_t> starts{0};  // a term's postings are from its start to the next one's
  std::vector<std::uint32_t> postings;   // of each term, by service
  std::uint32_t terms() const { return static_cast<std::uint32_t>(starts.size() - 1); }
};

}  // namespace alongside::local_offer
