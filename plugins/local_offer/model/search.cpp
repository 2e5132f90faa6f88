#include "plugins/local_offer/model/search.hpp"

#include "plugins/local_offer/model/fold.hpp"
#include "plugins/local_offer/model/hints.hpp"
#include "plugins/local_offer/model/order.hpp"
#include "plugins/local_offer/model/other_words.hpp"
#include "plugins/local_offer/model/search_filters.hpp"
#include "plugins/local_offer/model/search_index.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

using TermScores = std::vector<std::vector<std::uint16_t>>;

// One run over the list with given filters. With WordMatch::All every term must be found.
std::vector<Hit> collect(const OfferList& list, const std::vector<Nearest>& nearest, const TermScores& terms,
                         const Filters& filters, WordMatch match) {
  std::vector<Hit> hits;
  for (std::uint32_t i = 0; i < list.services.size(); ++i) {
    const auto fits = fit(list.services[i], filters, nearest[i]);
    if (!fits) continue;
    std::size_t found = 0;
    std::uint32_t score = *fits;
    for (const auto& scores : terms) {
      if (scores[i] == 0) continue;
      ++found;
      score += scores[i];
    }
    if (match == WordMatch::All ? found < terms.size() : found == 0) continue;
    // More of the words always beats better places for fewer of them.
    hits.push_back({i, static_cast<std::uint32_t>(score + found * 100), nearest[i].miles, nearest[i].place});
  }
  return hits;
}

void sort_hits(const OfferList& list, std::vector<Hit>& hits) {
  const auto is_closed = [&](const Hit& hit) { return list.services[hit.index].status == Status::TemporarilyClosed; };
  stable_order(hits, [&](const Hit& a, const Hit& b) {
    if (is_closed(a) != is_closed(b)) return is_closed(b);
    if (a.score != b.score) return a.score > b.score;
    if (a.miles.has_value() != b.miles.has_value()) return a.miles.has_value();
    if (a.miles && *a.miles != *b.miles) return *a.miles < *b.miles;
    return list.services[a.index].name < list.services[b.index].name;
  });
}

void take_better(std::vector<std::uint16_t>& scores, const std::vector<std::uint16_t>& others) {
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = std::max(scores[i], others[i]);
}

// What each thing asked for costs: how many there would be without it.
std::vector<Loosen> loosening(const OfferList& list, const std::vector<Nearest>& nearest, const TermScores& terms,
                              const Filters& filters) {
  std::vector<Loosen> found;
  const auto consider = [&](LoosenKind kind, std::uint32_t hint, const TermScores& words, const Filters& rest) {
    const std::size_t count = collect(list, nearest, words, rest, WordMatch::All).size();
    if (count > 0) found.push_back({kind, hint, static_cast<std::uint32_t>(count)});
  };
  for (std::uint32_t i = 0; i < filters.hints.size(); ++i) {
    Filters rest = filters;
    rest.hints.erase(rest.hints.begin() + i);
    consider(LoosenKind::Hint, i, terms, rest);
  }
  if (!terms.empty()) consider(LoosenKind::Words, 0, {}, filters);
  if (filters.age) {
    Filters rest = filters;
    rest.age.reset();
    consider(LoosenKind::Age, 0, terms, rest);
  }
  if (filters.miles) {
    Filters rest = filters;
    rest.miles.reset();
    consider(LoosenKind::Distance, 0, terms, rest);
  }
  stable_order(found, [](const Loosen& a, const Loosen& b) { return a.count > b.count; });
  return found;
}

}  // namespace

Search::Search(const OfferList& list) : list_(&list) {
  struct Entry {
    std::string word;
    Posting posting;
  };
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < list.services.size(); ++i) {
    for (WeightedWord& word : weighted_words(list.services[i]))
      entries.push_back({std::move(word.word), {i, word.weight}});
  }
  // Stable, so that each word's postings stay in the order of the services.
  stable_order(entries, [](const Entry& a, const Entry& b) { return a.word < b.word; });
  for (Entry& entry : entries) {
    if (vocabulary_.empty() || vocabulary_.back().text != entry.word) {
      std::string stemmed = stem(entry.word);
      vocabulary_.push_back({std::move(entry.word), std::move(stemmed), {}});
    }
    vocabulary_.back().postings.push_back(entry.posting);
  }
}

Search::Scores Search::scores_of(std::string_view term, bool unfinished) const {
  Scores scores(list_->services.size(), 0);
  const std::string stemmed = stem(term);
  const auto take = [&](const Word& word, unsigned times) {
    for (const Posting& posting : word.postings) {
      const auto weight = static_cast<std::uint16_t>(posting.weight * times);
      scores[posting.service] = std::max(scores[posting.service], weight);
    }
  };
  bool known = false;
  for (const Word& word : vocabulary_) {
    if (word.stem != stemmed) continue;
    take(word, word.text == term ? 3 : 2);
    known = true;
  }
  // While a word is being typed it stands for every word that begins so.
  if (known || !unfinished || term.size() < 2) return scores;
  for (const Word& word : vocabulary_) {
    if (word.text.compare(0, term.size(), term) == 0) take(word, 1);
  }
  return scores;
}

SearchResult Search::run(const SearchQuery& query) const {
  ParsedWords parsed = parse_words(query.words);
  TermScores terms;
  for (std::size_t i = 0; i < parsed.terms.size(); ++i) {
    const bool is_unfinished = parsed.unfinished && i + 1 == parsed.terms.size();
    terms.push_back(scores_of(parsed.terms[i], is_unfinished));
    const std::string_view other = other_word(parsed.terms[i]);
    if (!other.empty()) take_better(terms.back(), scores_of(other, false));
  }
  std::vector<Nearest> nearest;
  nearest.reserve(list_->services.size());
  for (const ServiceSummary& service : list_->services) nearest.push_back(nearest_spot(service, query.near));
  Filters filters{parsed.hints, query.age, query.near ? query.miles : std::nullopt};

  SearchResult result;
  result.hits = collect(*list_, nearest, terms, filters, WordMatch::All);
  if (result.hits.empty() && terms.size() > 1) {
    result.hits = collect(*list_, nearest, terms, filters, WordMatch::Some);
    result.matched = WordMatch::Some;
  }
  if (result.hits.empty()) {
    result.matched = WordMatch::All;
    result.loosen = loosening(*list_, nearest, terms, filters);
  }
  sort_hits(*list_, result.hits);
  result.hints = std::move(parsed.hints);
  return result;
}

SearchAnswer answer_of(const OfferList& list, const SearchResult& result) {
  SearchAnswer answer;
  answer.version = list.version;
  answer.matched = result.matched;
  answer.hints = result.hints;
  answer.loosen = result.loosen;
  for (const Hit& hit : result.hits) answer.services.push_back(list.services[hit.index]);
  return answer;
}

}  // namespace alongside::local_offer
