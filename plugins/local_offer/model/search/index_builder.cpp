#include "plugins/local_offer/model/search/index_builder.hpp"

#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/search/order.hpp"
#include "plugins/local_offer/model/word_reader.hpp"

#include <algorithm>
#include <span>

namespace alongside::local_offer {
namespace {

constexpr std::uint32_t no_term = 0xFFFFFFFF;

// The first eight letters as one number that compares as they do.
std::uint64_t beginning_of(std::string_view word) {
  std::uint64_t beginning = 0;
  for (std::size_t i = 0; i < 8; ++i)
    beginning = beginning << 8 | (i < word.size() ? static_cast<unsigned char>(word[i]) : 0u);
  return beginning;
}

struct NumberedWord {
  std::uint64_t beginning;
  std::string_view word;
  std::uint32_t term;
};

}  // namespace

std::uint32_t IndexBuilder::term_of(std::string_view word) {
  if (words_.size() == most_words) return no_term;
  const std::uint32_t number = words_.number_of(word);
  if (number < term_of_word_.size()) return term_of_word_[number];
  std::uint32_t term = no_term;
  if (stemming_ == Stemming::None) {
    term = terms_.number_of(word);
  } else if (!is_small_word(word)) {
    term = terms_.number_of(stem(word).substr(0, longest_word));
  }
  term_of_word_.push_back(term);
  latest_.resize(terms_.size());
  term_counts_.resize(terms_.size());
  return term;
}

void IndexBuilder::add(std::string_view text, std::uint32_t weight, Order order) {
  if (services_ == most_services) return;
  for (WordReader reader(text); reader.next();) {
    const std::uint32_t term = term_of(reader.folded().substr(0, longest_word));
    if (term == no_term) continue;
    if (order == Order::Kept) order_terms_.push_back(term);
    const std::uint32_t latest = latest_[term];
    if (latest > service_begin_) {
      std::uint32_t& posting = entries_[latest - 1].posting;
      posting = posting_of(services_, std::min(most_weight, weight_of(posting) + weight));
    } else if (entries_.size() < most_postings) {
      entries_.push_back({term, posting_of(services_, std::min(most_weight, weight))});
      latest_[term] = static_cast<std::uint32_t>(entries_.size());
      ++term_counts_[term];
    }
  }
  if (order == Order::Kept) order_terms_.push_back(WordOrder::gap);
}

void IndexBuilder::end_service() {
  if (services_ == most_services) return;
  ++services_;
  service_begin_ = static_cast<std::uint32_t>(entries_.size());
  order_ends_.push_back(static_cast<std::uint32_t>(order_terms_.size()));
}

// Fills the dictionary and gives the terms numbers in the order of their first words, so that an index
// of the same texts is the same to the byte. The stems are words too: "swims" may only be typed.
std::vector<std::uint32_t> IndexBuilder::number_terms(IndexTables& tables) const {
  std::vector<NumberedWord> words;
  words.reserve(words_.size() + terms_.size());
  const auto take = [&](std::string_view word, std::uint32_t term) {
    if (term != no_term) words.push_back({beginning_of(word), word, term});
  };
  for (std::uint32_t i = 0; i < words_.size(); ++i) take(words_.word(i), term_of_word_[i]);
  if (stemming_ != Stemming::None) {
    for (std::uint32_t i = 0; i < terms_.size(); ++i) take(terms_.word(i), i);
  }
  stable_order(words, [](const NumberedWord& a, const NumberedWord& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning : a.word < b.word;
  });
  std::vector<std::uint32_t> numbers(terms_.size(), no_term);
  std::uint32_t next = 0;
  tables.dictionary.reserve(words.size(), words_.letters() + terms_.letters());
  for (std::size_t i = 0; i < words.size(); ++i) {
    // A word that is the stem of another word stands twice; as a word it goes first.
    if (i > 0 && words[i].word == words[i - 1].word) continue;
    std::uint32_t& number = numbers[words[i].term];
    if (number == no_term) number = next++;
    tables.dictionary.append(words[i].word, number);
  }
  return numbers;
}

void IndexBuilder::keep_order(const std::vector<std::uint32_t>& numbers) {
  order_.reserve(order_terms_.size());
  for (std::uint32_t& term : order_terms_) {
    if (term != WordOrder::gap) term = numbers[term];
  }
  std::uint32_t begin = 0;
  for (const std::uint32_t end : order_ends_) {
    order_.add(std::span(order_terms_).subspan(begin, end - begin));
    order_.end_service();
    begin = end;
  }
  order_terms_ = {};
}

IndexTables IndexBuilder::tables() {
  IndexTables tables;
  tables.services = services_;
  const std::vector<std::uint32_t> numbers = number_terms(tables);
  tables.starts.assign(terms_.size() + 1, 0);
  for (std::uint32_t term = 0; term < terms_.size(); ++term) tables.starts[numbers[term] + 1] = term_counts_[term];
  for (std::size_t i = 1; i < tables.starts.size(); ++i) tables.starts[i] += tables.starts[i - 1];
  std::vector<std::uint32_t> places(tables.starts.begin(), tables.starts.end() - 1);
  tables.postings.resize(entries_.size());
  for (const Entry& entry : entries_) tables.postings[places[numbers[entry.term]]++] = entry.posting;
  entries_ = {};
  order_ = WordOrder(tables.starts, services_);
  keep_order(numbers);
  return tables;
}

}  // namespace alongside::local_offer
