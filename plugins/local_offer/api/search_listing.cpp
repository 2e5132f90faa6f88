#include "plugins/local_offer/api/search_listing.hpp"

#include "app/base/text.hpp"
#include "app/wire/json.hpp"

#include <cstdint>
#include <optional>

namespace alongside::local_offer {
namespace {

struct ListedService {
  std::uint32_t rank = 0;
  std::string id;
  std::string name;
  std::uint32_t score = 0;
  std::optional<double> miles;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(rank), CEREAL_NVP(id), CEREAL_NVP(name), CEREAL_NVP(score), CEREAL_NVP(miles));
  }
};

struct SearchListing {
  std::string query;
  std::uint32_t services = 0;  // in the feed
  std::uint32_t found = 0;
  WordMatch matched = WordMatch::All;
  std::vector<Hint> hints;
  std::vector<Loosen> loosen;
  std::vector<ListedService> results;
  std::vector<ListedService> similar;
  std::vector<FacetCounts> facets;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(query), CEREAL_NVP(services), CEREAL_NVP(found), CEREAL_NVP(matched), CEREAL_NVP(hints),
            CEREAL_NVP(loosen), CEREAL_NVP(results), CEREAL_NVP(similar), CEREAL_NVP(facets));
  }
};

std::optional<Facet> facet_named(std::string_view name) {
  for (std::size_t i = 0; i < facet_count; ++i) {
    if (same_term(name_of(static_cast<Facet>(i)), name)) return static_cast<Facet>(i);
  }
  return std::nullopt;
}

std::string facet_names() {
  std::string names;
  for (std::size_t i = 0; i < facet_count; ++i)
    names += (i == 0 ? "" : ", ") + std::string(name_of(static_cast<Facet>(i)));
  return names;
}

std::vector<ListedService> listed(const OfferList& list, const std::vector<Hit>& hits) {
  std::vector<ListedService> services;
  for (const Hit& hit : hits) {
    const ServiceSummary& service = list.services[hit.index];
    const auto rank = static_cast<std::uint32_t>(services.size() + 1);
    services.push_back({rank, service.id, service.name, hit.score, hit.miles});
  }
  return services;
}

}  // namespace

Result<std::vector<FacetChoice>> parse_choices(std::string_view text) {
  constexpr std::size_t most_choices = 100;
  std::vector<FacetChoice> choices;
  if (trim(text).empty()) return choices;
  for (const std::string_view part : split(text, ',')) {
    const std::size_t equals = part.find('=');
    const auto facet = facet_named(trim(part.substr(0, equals)));
    if (equals == std::string_view::npos || !facet)
      return Error{ErrorCode::InvalidInput, "write facets as tier=universal,day=saturday. There are: " + facet_names()};
    if (choices.size() == most_choices) return Error{ErrorCode::InvalidInput, "choose 100 facet values at most"};
    choices.push_back({*facet, std::string(trim(part.substr(equals + 1)))});
  }
  return choices;
}

std::string search_listing(const OfferList& list, const SearchQuery& query, const SearchResult& result) {
  SearchListing listing;
  listing.query = query.words;
  listing.services = static_cast<std::uint32_t>(list.services.size());
  listing.found = static_cast<std::uint32_t>(result.hits.size());
  listing.matched = result.matched;
  listing.hints = result.hints;
  listing.loosen = result.loosen;
  listing.facets = result.facets;
  listing.results = listed(list, result.hits);
  listing.similar = listed(list, result.similar);
  return wire::to_json(listing) + "\n";
}

}  // namespace alongside::local_offer
