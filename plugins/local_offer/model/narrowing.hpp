// What a search can be narrowed by, and how an address says it: "day=saturday&day=sunday&cost=free". Used by
// the find screen and by the API's plain page, so that both understand the same addresses.
#pragma once

#include "plugins/local_offer/model/search/facet.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace alongside::local_offer {

// In the order in which they are offered. Age and distance are not among them: they have fields of their own.
inline constexpr Facet offered_facets[] = {
    Facet::Kind,  Facet::Need,  Facet::Support, Facet::Day,      Facet::PartOfDay, Facet::Season,      Facet::Cost,
    Facet::WayIn, Facet::Space, Facet::Tier,    Facet::Language, Facet::Head,      Facet::Registration};

// An address comes from outside; nobody chooses more than this.
inline constexpr std::size_t most_choices = 24;
inline constexpr std::size_t most_choice_bytes = 100;

// `Query` has the values of a name: an address on the client, a request's query on the server.
template <class Query>
std::vector<FacetChoice> choices_in(const Query& query) {
  std::vector<FacetChoice> choices;
  for (const Facet facet : offered_facets) {
    for (const auto value : query.values(name_of(facet))) {
      FacetChoice choice{facet, std::string(value)};
      const bool is_known = std::find(choices.begin(), choices.end(), choice) != choices.end();
      const bool fits = !value.empty() && value.size() <= most_choice_bytes && choices.size() < most_choices;
      if (fits && !is_known) choices.push_back(std::move(choice));
    }
  }
  return choices;
}

}  // namespace alongside::local_offer
