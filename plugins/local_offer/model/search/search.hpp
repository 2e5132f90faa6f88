// Search: finds services in an OfferList. Pure: no clock, no I/O, the same on the client, on the
// server and on the command line. Built once for a list, which it refers to and does not own.
#pragma once

#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/facet_index.hpp"
#include "plugins/local_offer/model/search/named_place.hpp"
#include "plugins/local_offer/model/search/search_query.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"
#include "plugins/local_offer/model/search/service_set.hpp"
#include "plugins/local_offer/model/search/synonyms.hpp"
#include "plugins/local_offer/model/search/text_index.hpp"
#include "plugins/local_offer/model/search/word_order.hpp"

#include <cstdint>
#include <vector>

namespace alongside::wire {
struct Place;
}

namespace alongside::local_offer {

class Search {
 public:
  explicit Search(const OfferList& list);
  // With the council's places, so that their names and postcodes are understood in a query.
  Search(const OfferList& list, const std::vector<wire::Place>& places);

  SearchResult run(const SearchQuery& query) const;

 private:
  // One thing that was asked for, and the services that meet it.
  struct Condition {
    LoosenKind kind;
    std::uint32_t number;  // of the hint or choice
    ServiceSet services;
  };
  // The same conditions twice, with all of the words and with some.
  struct Ways {
    std::vector<Condition> all;
    std::vector<Condition> some;
  };
  struct Asked;

  Asked understood(const SearchQuery& query) const;
  Condition words_condition(const Asked& asked, WordMatch match) const;
  bool has_phrases(std::uint32_t service, const Asked& asked) const;
  std::vector<Condition> conditions_of(const Asked& asked) const;
  Ways ways_of(const Asked& asked) const;
  ServiceSet all_but(const std::vector<Condition>& conditions, const Condition* left_out) const;
  ServiceSet before_choices(const std::vector<Condition>& conditions, const Condition* left_out) const;
  bool takes_some(const Ways& ways, std::size_t left_out, const Asked& asked) const;
  std::vector<Loosen> loosening(const Ways& ways, const Asked& asked) const;
  std::uint32_t points_of(std::uint32_t service, const Asked& asked) const;
  std::uint32_t beside_points(std::uint32_t service, std::uint32_t points, const Asked& asked) const;
  std::vector<Hit> hits_of(const ServiceSet& found, const Asked& asked) const;
  std::vector<Hit> similar_to(const std::vector<Hit>& hits, const std::vector<Condition>& conditions,
                              const Asked& asked) const;

  const OfferList* list_;
  std::uint32_t services_;
  WordOrder order_;
  TextIndex index_;
  FacetIndex facets_;
  Synonyms synonyms_;
  std::vector<NamedPlace> places_;
  std::vector<std::uint8_t> quiet_;  // quiet_points of each service
};

// The list as the API answers it: the summaries that were found, best first.
SearchAnswer answer_of(const OfferList& list, const SearchResult& result);

}  // namespace alongside::local_offer
