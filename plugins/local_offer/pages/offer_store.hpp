// OfferStore: the council's whole list of services in this browser, fetched once for all pages of
// the plugin, and the search built over it. Owned by the plugin; pages refer to it.
#pragma once

#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/search/search.hpp"
#include "plugins/local_offer/pages/fetched.hpp"

#include <cstddef>
#include <optional>

namespace alongside::local_offer {

class OfferStore {
 public:
  explicit OfferStore(Host& host) : host_(host) {}

  void want();  // fetches unless it is there or on its way
  void fetch_again();
  Load load() const { return offer_.load(); }
  const OfferList& list() const { return offer_.value(); }  // only when Ready
  const Search& search();                                   // only when Ready

 private:
  Host& host_;
  Fetched<OfferList> offer_;
  std::optional<Search> search_;
  std::size_t places_known_ = 0;
};

}  // namespace alongside::local_offer
