// SearchResult: what search found, what it took the words to mean, and, when there is nothing,
// what to leave out and how many that would give. Read by the find screen and the API.
#pragma once

#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/local_offer/model/search/facet.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class HintKind : std::uint8_t {
  Day,
  Weekend,
  Quiet,
  Free,
  Holidays,
  Age,
  Near,
  PartOfDay,
  TermTime,
  DirectPayment,
  Under,
  Without,    // what has this word is left out
  OtherDays,  // than this one
};
constexpr bool is_known(HintKind kind) { return kind <= HintKind::OtherDays; }
constexpr std::string_view name_of(HintKind kind) {
  constexpr std::string_view names[] = {"day",   "weekend", "quiet",       "free",      "holidays",
                                        "age",   "near",    "part of day", "term time", "direct payment",
                                        "under", "without", "other days"};
  return names[static_cast<unsigned>(kind)];
}

inline constexpr std::uint8_t whole_weekend = 7;  // as the number of OtherDays

// A word of the query that was understood as a filter.
struct Hint {
  HintKind kind = HintKind::Day;
  // The weekday (or whole_weekend), the age, the part of the day, pounds, or which of ParsedWords::unwanted.
  std::uint8_t number = 0;
  std::string word;           // as the person wrote it
  std::string query_without;  // the words of the query when this one is taken away
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(number), CEREAL_NVP(word), CEREAL_NVP(query_without));
  }
};

struct Hit {
  std::uint32_t index = 0;  // into OfferList::services
  std::uint32_t score = 0;
  std::optional<double> miles;  // to the nearest of its places
  std::string place;            // that place
};

enum class LoosenKind : std::uint8_t { Hint, Words, Age, Distance, Choice };
constexpr bool is_known(LoosenKind kind) { return kind <= LoosenKind::Choice; }
constexpr std::string_view name_of(LoosenKind kind) {
  constexpr std::string_view names[] = {"hint", "words", "age", "distance", "choice"};
  return names[static_cast<unsigned>(kind)];
}

// "Without Saturday there are 12."
struct Loosen {
  LoosenKind kind = LoosenKind::Words;
  std::uint32_t hint = 0;  // which hint, or which choice of the query, when that is what to leave out
  std::uint32_t count = 0;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(hint), CEREAL_NVP(count));
  }
};

enum class WordMatch : std::uint8_t { All, Some, AllThenSome };
constexpr bool is_known(WordMatch match) { return match <= WordMatch::AllThenSome; }
constexpr std::string_view name_of(WordMatch match) {
  constexpr std::string_view names[] = {"all", "some", "all then some"};
  return names[static_cast<unsigned>(match)];
}

struct SearchResult {
  std::vector<Hit> hits;     // best first
  std::vector<Hit> similar;  // when few were found: others of the first one's kind, which have not the words
  std::vector<Hint> hints;
  // Some: nothing had every word, these have part of them. AllThenSome: few had every word, and come first.
  WordMatch matched = WordMatch::All;
  std::vector<Loosen> loosen;  // only when there are no hits; most first
  std::vector<FacetCounts> facets;
  std::optional<GeoPoint> near;  // where distances are measured from: the place of the query, or one named in its words
};

// The answer of POST /api/local_offer/search: the summaries themselves, best first.
struct SearchAnswer {
  static constexpr wire::SchemaId schema{13, 2};

  std::uint64_t version = 0;
  WordMatch matched = WordMatch::All;
  std::vector<ServiceSummary> services;
  std::vector<Hint> hints;
  std::vector<Loosen> loosen;
  std::vector<FacetCounts> facets;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(version), CEREAL_NVP(matched), CEREAL_NVP(services), CEREAL_NVP(hints), CEREAL_NVP(loosen),
            wire::appended(CEREAL_NVP(facets)), tail);
  }
};

}  // namespace alongside::local_offer
