#include "plugins/local_offer/model/search/text_index.hpp"

#include "plugins/local_offer/model/search/logarithm.hpp"
#include "plugins/local_offer/model/search/order.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace alongside::local_offer {
namespace {

// The usual constants of BM25: how soon more of a word stops telling more, and how much length matters.
constexpr double saturation = 1.2;
constexpr double length_share = 0.4;  // who describes a service well is not to be the loser
constexpr std::uint32_t impact_levels = 255;
constexpr double rarity_scale = 80;  // 24 words of the rarest terms still fit a ScoreBoard

constexpr std::uint32_t impact_of(std::uint32_t posting) { return impact_levels - (posting >> posting_bits); }

// Behind each level of impact, how many postings have it.
using LevelCounts = std::array<std::uint32_t, impact_levels + 2>;
constexpr std::size_t few_postings = 24;  // that are sooner in order one by one

void insertion_sort(std::span<std::uint32_t> list) {
  for (std::size_t i = 1; i < list.size(); ++i) {
    const std::uint32_t posting = list[i];
    std::size_t at = i;
    for (; at > 0 && list[at - 1] > posting; --at) list[at] = list[at - 1];
    list[at] = posting;
  }
}

// Postings come by service, and stay so within one impact: equals are in the order of the list.
void sort_by_level(std::span<std::uint32_t> list, LevelCounts& places, std::vector<std::uint32_t>& sorted) {
  for (std::size_t i = 1; i < places.size(); ++i) places[i] += places[i - 1];
  sorted.resize(std::max(sorted.size(), list.size()));
  for (const std::uint32_t posting : list) sorted[places[weight_of(posting)]++] = posting;
  std::copy_n(sorted.begin(), list.size(), list.begin());
}

std::uint16_t rarity_of(std::uint32_t services, std::uint32_t with_term) {
  const double ratio = (services - with_term + 0.5) / (with_term + 0.5);
  return static_cast<std::uint16_t>(1 + natural_logarithm(1 + ratio) * rarity_scale);
}

}  // namespace

TextIndex::TextIndex(IndexTables tables)
    : services_(tables.services),
      dictionary_(std::move(tables.dictionary)),
      starts_(std::move(tables.starts)),
      postings_(std::move(tables.postings)) {
  rarity_.reserve(starts_.size());
  for (std::uint32_t term = 0; term + 1 < starts_.size(); ++term)
    rarity_.push_back(rarity_of(services_, services_with(term)));
  // A service is as long as its words are weighty: what is stored need not say so again.
  std::vector<std::uint32_t> lengths(services_);
  for (const std::uint32_t posting : postings_) lengths[service_of(posting)] += weight_of(posting);
  weigh(lengths);
}

void TextIndex::weigh(const std::vector<std::uint32_t>& lengths) {
  double all = 0;
  for (const std::uint32_t length : lengths) all += length;
  const double average = all > 0 ? all / services_ : 1;
  std::vector<float> against(services_);
  std::vector<std::uint8_t> once(services_);  // the impact of a weight of one: nearly every posting has it
  for (std::uint32_t i = 0; i < services_; ++i) {
    against[i] = static_cast<float>(saturation * (1 - length_share + length_share * lengths[i] / average));
    once[i] = static_cast<std::uint8_t>(std::max(1.0f, impact_levels / (1 + against[i])));
  }
  const auto impact_of_weight = [&](std::uint32_t service, std::uint32_t weight) -> std::uint32_t {
    if (weight == 1) return once[service];
    return std::max<std::uint32_t>(once[service],
                                   static_cast<std::uint32_t>(impact_levels * weight / (weight + against[service])));
  };
  std::vector<std::uint32_t> sorted;
  for (std::size_t term = 0; term + 1 < starts_.size(); ++term) {
    const std::span<std::uint32_t> list(postings_.data() + starts_[term], starts_[term + 1] - starts_[term]);
    LevelCounts counts{};
    for (std::uint32_t& posting : list) {
      const std::uint32_t level = impact_levels - impact_of_weight(service_of(posting), weight_of(posting));
      posting = posting_of(service_of(posting), level);
      ++counts[level + 1];
    }
    if (list.size() < few_postings)
      insertion_sort(list);
    else
      sort_by_level(list, counts, sorted);
  }
}

std::uint32_t TextIndex::worth(const Alternative& alternative, std::uint32_t rarity) const {
  return std::max(1u, rarity * alternative.percent / 100);
}

// An idea is as common as the commonest of its words: a rare word for a common thing tells no more.
std::uint32_t TextIndex::rarity_of_group(const WordGroup& group) const {
  std::uint32_t least = 0xFFFF;
  for (const Alternative& alternative : group) {
    std::uint32_t rarity = 0;
    for (const std::uint32_t term : alternative.terms) rarity = std::max<std::uint32_t>(rarity, rarity_[term]);
    least = std::min(least, rarity);
  }
  return least;
}

// For each service the better of what is there and what the alternative is worth to it; of several
// words, which must all be there, the least.
void TextIndex::best_parts(const Alternative& alternative, std::uint32_t rarity,
                           std::vector<std::uint32_t>& parts) const {
  std::vector<std::uint32_t> whole;
  for (std::size_t i = 0; i < alternative.terms.size(); ++i) {
    const std::uint32_t term = alternative.terms[i];
    const std::uint32_t worth = this->worth(alternative, std::min<std::uint32_t>(rarity, rarity_[term]));
    const bool is_last = i + 1 == alternative.terms.size();
    std::vector<std::uint32_t> next(is_last ? 0 : services_);
    for (std::uint32_t at = starts_[term]; at < starts_[term + 1]; ++at) {
      const std::uint32_t service = service_of(postings_[at]);
      std::uint32_t part = impact_of(postings_[at]) * worth;
      if (i > 0) part = std::min(part, whole[service]);
      std::uint32_t& best = is_last ? parts[service] : next[service];
      best = std::max(best, part);
    }
    whole = std::move(next);
  }
}

void TextIndex::score(const WordGroup& group, ScoreBoard& board) const {
  if (group.size() == 1 && group[0].terms.size() == 1) {
    const std::uint32_t term = group[0].terms[0];
    const std::uint32_t worth = this->worth(group[0], rarity_[term]);
    for (std::uint32_t at = starts_[term]; at < starts_[term + 1]; ++at) {
      const std::uint32_t posting = postings_[at];
      board.totals_[service_of(posting)] += ScoreBoard::one_found + impact_of(posting) * worth;
    }
    return;
  }
  if (group.empty()) return;
  std::vector<std::uint32_t> parts(services_);
  const std::uint32_t rarity = rarity_of_group(group);
  for (const Alternative& alternative : group) best_parts(alternative, rarity, parts);
  for (std::uint32_t service = 0; service < services_; ++service) {
    if (parts[service] > 0) board.totals_[service] += ScoreBoard::one_found + parts[service];
  }
}

std::vector<Ranked> TextIndex::best(std::span<const WordGroup> groups, std::uint32_t limit) const {
  if (groups.size() == 1 && groups[0].size() == 1 && groups[0][0].terms.size() == 1) {
    const std::uint32_t term = groups[0][0].terms[0];
    const std::uint32_t worth = this->worth(groups[0][0], rarity_[term]);
    std::vector<Ranked> best;
    for (std::uint32_t at = starts_[term]; at < starts_[term + 1] && best.size() < limit; ++at)
      best.push_back({service_of(postings_[at]), impact_of(postings_[at]) * worth});
    return best;
  }
  ScoreBoard board(services_);
  for (const WordGroup& group : groups) score(group, board);
  return board.best(limit);
}

}  // namespace alongside::local_offer
