// KeptDetail: one service's page out of what this device has of all of them, for when the council cannot be reached.
// Owned by ServicePage, which asks the council first.
#pragma once

#include "plugins/local_offer/model/details/offer_details.hpp"
#include "plugins/local_offer/model/offer_list.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "plugins/local_offer/pages/fetched.hpp"

#include <optional>
#include <string>

namespace alongside::local_offer {

class KeptDetail {
 public:
  void ask(Host& host, std::string id);
  void forget() { *this = {}; }
  // Nothing: not asked, not here yet, or this device has no page of it.
  const ServiceDetail* look();
  const ServiceDetail* found() const { return found_ ? &*found_ : nullptr; }  // by look()
  bool is_waiting() const;

 private:
  std::string id_;
  Fetched<OfferList> list_;
  Fetched<OfferDetails> details_;
  std::optional<ServiceDetail> found_;
};

}  // namespace alongside::local_offer
