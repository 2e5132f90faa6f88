// TextIndex: finds services by words and says how well they fit, by BM25F: a word tells more the rarer it
// is, the weightier its field and the shorter the texts. Built from IndexTables, which it takes over.
//
// What a posting adds (its "impact") is worked out once, in 255 levels; each term's postings are kept by
// impact, so that the best services for one word are simply its first ones.
#pragma once

#include "plugins/local_offer/model/search/index_tables.hpp"
#include "plugins/local_offer/model/search/score_board.hpp"
#include "plugins/local_offer/model/search/word_group.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace alongside::local_offer {

class TextIndex {
 public:
  explicit TextIndex(IndexTables tables);

  std::uint32_t services() const { return services_; }
  const Dictionary& dictionary() const { return dictionary_; }
  std::uint32_t services_with(std::uint32_t term) const { return starts_[term + 1] - starts_[term]; }

  // Adds what the word is worth to every service that has one of the group.
  void score(const WordGroup& group, ScoreBoard& board) const;
  // The best services for a query, most points first; with many words those that have the most points,
  // whichever words they are from.
  std::vector<Ranked> best(std::span<const WordGroup> groups, std::uint32_t limit) const;

 private:
  // Turns weights into impacts, and puts each term's postings in their order.
  void weigh(const std::vector<std::uint32_t>& lengths);
  void best_parts(const Alternative& alternative, std::uint32_t rarity, std::vector<std::uint32_t>& parts) const;
  std::uint32_t worth(const Alternative& alternative, std::uint32_t rarity) const;
  std::uint32_t rarity_of_group(const WordGroup& group) const;

  std::uint32_t services_ = 0;
  Dictionary dictionary_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> postings_;  // the service, and above it 255 less the impact
  std::vector<std::uint16_t> rarity_;    // for each term
};

}  // namespace alongside::local_offer
