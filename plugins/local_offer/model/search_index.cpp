#include "plugins/local_offer/model/search_index.hpp"

#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/order.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::local_offer {
namespace {

constexpr std::uint16_t name_weight = 16, kind_weight = 12, support_weight = 9, need_weight = 8, day_weight = 8,
                        organisation_weight = 7, place_weight = 6, summary_weight = 5, words_weight = 2;

constexpr std::string_view day_names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

void add(std::vector<WeightedWord>& words, std::string_view text, std::uint16_t weight) {
  for (FoldedWord& word : fold_words(text)) {
    if (!is_small_word(word.folded)) words.push_back({std::move(word.folded), weight});
  }
}

void add_all(std::vector<WeightedWord>& words, const std::vector<std::string>& texts, std::uint16_t weight) {
  for (const std::string& text : texts) add(words, text, weight);
}

}  // namespace

std::vector<WeightedWord> weighted_words(const ServiceSummary& service) {
  std::vector<WeightedWord> words;
  add(words, service.name, name_weight);
  add(words, service.organisation, organisation_weight);
  add(words, service.summary, summary_weight);
  add_all(words, service.kinds, kind_weight);
  add_all(words, service.needs, need_weight);
  add_all(words, service.support, support_weight);
  add_all(words, service.accepts, support_weight);
  add(words, name_of(service.tier), support_weight);
  for (const Spot& spot : service.spots) add(words, spot.place, place_weight);
  for (unsigned day = 0; day < 7; ++day) {
    if ((service.days >> day & 1u) != 0) add(words, day_names[day], day_weight);
  }
  add(words, service.words, words_weight);
  stable_order(words, [](const WeightedWord& a, const WeightedWord& b) {
    return a.word != b.word ? a.word < b.word : a.weight > b.weight;
  });
  const auto same = [](const WeightedWord& a, const WeightedWord& b) { return a.word == b.word; };
  words.erase(std::unique(words.begin(), words.end(), same), words.end());
  return words;
}

}  // namespace alongside::local_offer
