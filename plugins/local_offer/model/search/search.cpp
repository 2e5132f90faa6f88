#include "plugins/local_offer/model/search/search.hpp"

#include "app/wire/messages/council.hpp"
#include "plugins/local_offer/model/search/hit_order.hpp"
#include "plugins/local_offer/model/search/offer_index.hpp"
#include "plugins/local_offer/model/search/order.hpp"
#include "plugins/local_offer/model/search/query_words.hpp"
#include "plugins/local_offer/model/search/search_filters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::uint16_t near_miles = 10;         // what "near" means when nobody says how far
constexpr std::uint32_t few = 10;                // fewer than this with all the words are followed by those with some
constexpr std::uint32_t whole_worth = 1u << 28;  // of having all the words, beside those that have some
constexpr std::uint32_t helpful_percent = 20;    // of what a word tells, when nobody is left out by it
constexpr std::uint32_t beside_percent = 25;     // of its points, when all words that follow each other do so in it
constexpr std::size_t nothing = SIZE_MAX;        // no condition is left out

bool has_a_kind_of(const ServiceSummary& service, const ServiceSummary& other) {
  return std::find_first_of(service.kinds.begin(), service.kinds.end(), other.kinds.begin(), other.kinds.end()) !=
         service.kinds.end();
}

}  // namespace

// A query, understood and scored.
struct Search::Asked {
  Asked(const SearchQuery& the_query, std::uint32_t services) : query(the_query), board(services), helpful(services) {}

  const SearchQuery& query;
  ParsedWords parsed;
  AskedGroups groups;
  std::vector<std::vector<std::uint32_t>> phrases;
  std::vector<std::array<std::uint32_t, 2>> pairs;  // of words that were typed one after the other
  ScoreBoard board;
  ScoreBoard helpful;  // of the words by which nobody is left out
  std::vector<ScoreBoard> unwanted;
  std::optional<GeoPoint> near;
  std::optional<std::uint16_t> miles;
  std::vector<Nearest> nearest;
  FacetMasks masks;
  WordMatch matched = WordMatch::All;
};

Search::Search(const OfferList& list) : Search(list, {}) {}

Search::Search(const OfferList& list, const std::vector<wire::Place>& places)
    : list_(&list),
      services_(static_cast<std::uint32_t>(list.services.size())),
      index_(index_tables_of(list, order_)),
      facets_(list),
      synonyms_(list.synonyms),
      places_(named_places(list, places)) {
  quiet_.reserve(services_);
  for (const ServiceSummary& service : list.services) quiet_.push_back(quiet_points(service));
}

bool Search::has_phrases(std::uint32_t service, const Asked& asked) const {
  const auto has = [&](const auto& phrase) { return order_.has_phrase(service, phrase); };
  return std::all_of(asked.phrases.begin(), asked.phrases.end(), has);
}

Search::Condition Search::words_condition(const Asked& asked, WordMatch match) const {
  Condition words{LoosenKind::Words, 0, ServiceSet(services_)};
  const bool needs_all = match == WordMatch::All;
  const auto least = needs_all ? static_cast<std::uint32_t>(asked.groups.needed.size()) : 1u;
  for (std::uint32_t i = 0; i < services_; ++i) {
    if (asked.board.found(i) >= least && (!needs_all || has_phrases(i, asked))) words.services.add(i);
  }
  return words;
}

std::vector<Search::Condition> Search::conditions_of(const Asked& asked) const {
  std::vector<Condition> conditions;
  const auto demand = [&](LoosenKind kind, std::uint32_t number, const auto& is_met) {
    Condition condition{kind, number, ServiceSet(services_)};
    for (std::uint32_t i = 0; i < services_; ++i) {
      if (is_met(i)) condition.services.add(i);
    }
    conditions.push_back(std::move(condition));
  };
  for (std::uint32_t number = 0; number < asked.parsed.hints.size(); ++number) {
    const Hint& hint = asked.parsed.hints[number];
    if (hint.kind == HintKind::Near) {
      if (!asked.query.miles)
        demand(LoosenKind::Hint, number, [&](std::uint32_t i) { return is_within(asked.nearest[i], near_miles); });
      continue;
    }
    if (hint.kind == HintKind::Without) {
      const ScoreBoard& unwanted = asked.unwanted[hint.number];
      demand(LoosenKind::Hint, number, [&](std::uint32_t i) { return unwanted.found(i) == 0; });
      continue;
    }
    demand(LoosenKind::Hint, number, [&](std::uint32_t i) { return is_fit(list_->services[i], hint, quiet_[i]); });
  }
  if (!asked.groups.needed.empty()) conditions.push_back(words_condition(asked, WordMatch::All));
  if (asked.query.age)
    demand(LoosenKind::Age, 0, [&](std::uint32_t i) { return is_age_within(list_->services[i], *asked.query.age); });
  if (asked.miles)
    demand(LoosenKind::Distance, 0, [&](std::uint32_t i) { return is_within(asked.nearest[i], *asked.miles); });
  for (std::uint32_t number = 0; number < asked.query.choices.size(); ++number) {
    // A facet's choices stand or fall together: with one of several gone there would be fewer, not more.
    const Facet facet = asked.query.choices[number].facet;
    const auto is_same = [&](const FacetChoice& choice) { return choice.facet == facet; };
    if (std::any_of(asked.query.choices.begin(), asked.query.choices.begin() + number, is_same)) continue;
    conditions.push_back({LoosenKind::Choice, number, asked.masks[static_cast<std::size_t>(facet)]});
  }
  return conditions;
}

ServiceSet Search::all_but(const std::vector<Condition>& conditions, const Condition* left_out) const {
  ServiceSet found(services_, Holding::All);
  for (const Condition& condition : conditions) {
    if (&condition != left_out) found.keep(condition.services);
  }
  return found;
}

ServiceSet Search::before_choices(const std::vector<Condition>& conditions, const Condition* left_out) const {
  ServiceSet found(services_, Holding::All);
  for (const Condition& condition : conditions) {
    if (&condition != left_out && condition.kind != LoosenKind::Choice) found.keep(condition.services);
  }
  return found;
}

// Whether services with some of the words follow those with all: when these are few or, with what was
// chosen, none. Choices have no say in "few", so that a facet's counts are what choosing its values gives.
// Who quotes a phrase wants it whole.
bool Search::takes_some(const Ways& ways, std::size_t left_out, const Asked& asked) const {
  if (asked.groups.needed.size() < 2) return false;
  const Condition* of_all = left_out < ways.all.size() ? &ways.all[left_out] : nullptr;
  const Condition* of_some = left_out < ways.some.size() ? &ways.some[left_out] : nullptr;
  const std::uint32_t whole = before_choices(ways.all, of_all).count();
  if (whole < (asked.phrases.empty() ? few : 1)) return before_choices(ways.some, of_some).count() > whole;
  return all_but(ways.all, of_all).count() == 0 && all_but(ways.some, of_some).count() > 0;
}

// What each thing asked for costs: how many there would be without it.
std::vector<Loosen> Search::loosening(const Ways& ways, const Asked& asked) const {
  std::vector<Loosen> found;
  for (std::size_t i = 0; i < ways.all.size(); ++i) {
    const std::vector<Condition>& conditions = takes_some(ways, i, asked) ? ways.some : ways.all;
    const std::uint32_t count = all_but(conditions, &conditions[i]).count();
    if (count > 0) found.push_back({conditions[i].kind, conditions[i].number, count});
  }
  stable_order(found, [](const Loosen& a, const Loosen& b) { return a.count > b.count; });
  return found;
}

// Beside those that have all the words, a service is worth as much less as it has fewer of them.
std::uint32_t Search::points_of(std::uint32_t service, const Asked& asked) const {
  const std::uint32_t helpful = asked.helpful.points(service) * helpful_percent / 100;
  const std::uint64_t points = asked.board.points(service);
  if (asked.matched == WordMatch::All) return static_cast<std::uint32_t>(points) + helpful;
  const std::uint32_t has = asked.board.found(service);
  if (has == asked.groups.needed.size()) return static_cast<std::uint32_t>(points) + helpful + whole_worth;
  return static_cast<std::uint32_t>(points * has / asked.groups.needed.size()) + helpful;
}

// Words that follow each other in the query and in the text are often one idea: "young carers", "school run".
std::uint32_t Search::beside_points(std::uint32_t service, std::uint32_t points, const Asked& asked) const {
  if (asked.pairs.empty() || asked.board.found(service) + asked.helpful.found(service) < 2) return 0;
  const auto has = [&](const auto& pair) { return order_.has_phrase(service, pair); };
  const auto found = std::count_if(asked.pairs.begin(), asked.pairs.end(), has);
  return static_cast<std::uint32_t>(std::uint64_t{points} * beside_percent * static_cast<std::uint64_t>(found) /
                                    (100 * asked.pairs.size()));
}

std::vector<Hit> Search::hits_of(const ServiceSet& found, const Asked& asked) const {
  std::vector<Hit> hits;
  for (std::uint32_t i = 0; i < services_; ++i) {
    if (!found.has(i)) continue;
    const std::uint32_t points = points_of(i, asked);
    const std::uint32_t of_words = points % whole_worth;
    std::uint32_t score = points - of_words;
    score += fitted_points(list_->services[i], of_words + beside_points(i, of_words, asked), asked.groups);
    for (const Hint& hint : asked.parsed.hints) score += hint_points(list_->services[i], hint, quiet_[i]);
    hits.push_back({i, score, asked.nearest[i].miles, asked.nearest[i].place});
  }
  order_hits(*list_, asked.near ? ByDistance::Yes : ByDistance::No, hits);
  return hits;
}

// They meet all that was asked for but the words. With what was found they make up a short list.
std::vector<Hit> Search::similar_to(const std::vector<Hit>& hits, const std::vector<Condition>& conditions,
                                    const Asked& asked) const {
  if (hits.empty() || hits.size() >= few) return {};
  const auto is_words = [](const Condition& condition) { return condition.kind == LoosenKind::Words; };
  const auto words = std::find_if(conditions.begin(), conditions.end(), is_words);
  if (words == conditions.end()) return {};
  const ServiceSet others = all_but(conditions, &*words);
  const ServiceSummary& first = list_->services[hits.front().index];
  ServiceSet similar(services_);
  for (std::uint32_t i = 0; i < services_; ++i) {
    if (others.has(i) && !words->services.has(i) && has_a_kind_of(list_->services[i], first)) similar.add(i);
  }
  std::vector<Hit> best = hits_of(similar, asked);
  if (best.size() > few - hits.size()) best.resize(few - hits.size());
  return best;
}

Search::Asked Search::understood(const SearchQuery& query) const {
  Asked asked(query, services_);
  asked.parsed = parse_words(query.words, places_);
  asked.groups = word_groups(asked.parsed, index_.dictionary(), synonyms_);
  asked.phrases = phrase_terms(asked.parsed, index_.dictionary());
  asked.pairs = word_pairs(asked.parsed, index_.dictionary());
  for (const WordGroup& group : asked.groups.needed) index_.score(group, asked.board);
  for (const WordGroup& group : asked.groups.helpful) index_.score(group, asked.helpful);
  for (const std::string& word : asked.parsed.unwanted) {
    ScoreBoard& board = asked.unwanted.emplace_back(services_);
    for (const WordGroup& group : word_groups({{word}, {}, {}, {}, {}, false}, index_.dictionary(), synonyms_).needed)
      index_.score(group, board);
  }
  asked.near = asked.parsed.near ? asked.parsed.near : query.near;
  asked.miles = asked.near ? query.miles : std::nullopt;
  asked.nearest.reserve(services_);
  for (const ServiceSummary& service : list_->services) asked.nearest.push_back(nearest_spot(service, asked.near));
  asked.masks = facets_.masks(query.choices, asked.nearest);
  return asked;
}

// They differ in what they ask of the words alone.
Search::Ways Search::ways_of(const Asked& asked) const {
  Ways ways{conditions_of(asked), {}};
  ways.some = ways.all;
  for (Condition& condition : ways.some) {
    if (condition.kind == LoosenKind::Words) condition = words_condition(asked, WordMatch::Some);
  }
  return ways;
}

SearchResult Search::run(const SearchQuery& query) const {
  Asked asked = understood(query);
  const Ways ways = ways_of(asked);
  if (takes_some(ways, nothing, asked)) asked.matched = WordMatch::Some;
  const std::vector<Condition>& conditions = asked.matched == WordMatch::Some ? ways.some : ways.all;
  SearchResult result;
  result.hits = hits_of(all_but(conditions, nullptr), asked);
  result.similar = similar_to(result.hits, conditions, asked);
  result.matched = result.hits.empty() ? WordMatch::All : asked.matched;
  if (result.matched == WordMatch::Some && all_but(ways.all, nullptr).count() > 0)
    result.matched = WordMatch::AllThenSome;
  if (result.hits.empty()) result.loosen = loosening(ways, asked);
  result.facets = facets_.counts(before_choices(conditions, nullptr), asked.masks, asked.nearest);
  result.hints = std::move(asked.parsed.hints);
  result.near = asked.near;
  return result;
}

SearchAnswer answer_of(const OfferList& list, const SearchResult& result) {
  SearchAnswer answer;
  answer.version = list.version;
  answer.matched = result.matched;
  answer.hints = result.hints;
  answer.loosen = result.loosen;
  answer.facets = result.facets;
  for (const Hit& hit : result.hits) answer.services.push_back(list.services[hit.index]);
  return answer;
}

}  // namespace alongside::local_offer
