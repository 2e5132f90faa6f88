#include "plugins/local_offer/pages/offer_store.hpp"

namespace alongside::local_offer {

void OfferStore::want() {
  if (offer_.load() == Load::Idle) fetch_again();
}

void OfferStore::fetch_again() {
  search_.reset();
  offer_.ask(host_, "/api/local_offer/services");
}

const Search& OfferStore::search() {
  if (!search_) search_.emplace(offer_.value());
  return *search_;
}

}  // namespace alongside::local_offer
