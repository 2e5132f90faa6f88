// ParsedWords: what a person typed, told apart into words to look for and words that are really
// filters ("saturday", "quiet", "free", "8 year old", "near MK14"), in English and in Welsh. Used by search.
#pragma once

#include "plugins/local_offer/model/search/named_place.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

struct ParsedWords {
  std::vector<std::string> terms;  // folded; small words are gone
  std::vector<Hint> hints;
  std::vector<std::string> unwanted;              // folded: of the hints Without, by their number
  std::vector<std::vector<std::string>> phrases;  // what stood in quotes; its words are terms as well
  std::optional<GeoPoint> near;                   // the place of a hint that names one
  bool unfinished = false;                        // the last term may still be being typed
};

ParsedWords parse_words(std::string_view words, std::span<const NamedPlace> places);

}  // namespace alongside::local_offer
