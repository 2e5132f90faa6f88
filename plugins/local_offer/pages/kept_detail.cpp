#include "plugins/local_offer/pages/kept_detail.hpp"

#include "plugins/local_offer/model/details/detail_code.hpp"

namespace alongside::local_offer {

void KeptDetail::ask(Host& host, std::string id) {
  forget();
  id_ = std::move(id);
  list_.ask(host, "/api/local_offer/services");
  details_.ask(host, "/api/local_offer/details");
}

bool KeptDetail::is_waiting() const { return list_.load() == Load::Waiting || details_.load() == Load::Waiting; }

const ServiceDetail* KeptDetail::look() {
  if (list_.load() == Load::Ready && details_.load() == Load::Ready) {
    for (const ServiceSummary& service : list_.value().services) {
      if (service.id == id_) found_ = find_detail(details_.value(), service);
    }
    // Both are large, and one service of them is all that is wanted.
    list_ = {};
    details_ = {};
  }
  return found_ ? &*found_ : nullptr;
}

}  // namespace alongside::local_offer
