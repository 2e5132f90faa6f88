#include "plugins/local_offer/pages/offer_store.hpp"

#include "app/wire/messages/council.hpp"

namespace alongside::local_offer {

void OfferStore::want() {
  if (offer_.load() == Load::Idle) fetch_again();
}

void OfferStore::fetch_again() {
  search_.reset();
  offer_.ask(host_, "/api/local_offer/services");
}

const Search& OfferStore::search() {
  // The council's places can come after the list.
  const std::vector<wire::Place>& places = host_.council().places;
  if (!search_ || places.size() != places_known_) search_.emplace(offer_.value(), places);
  places_known_ = places.size();
  return *search_;
}

}  // namespace alongside::local_offer
