// Writes a service as OfferDetails holds it (model/details/detail_code.hpp). Used by the API when the offer has
// changed.
#pragma once

#include "app/base/bytes.hpp"

namespace alongside::local_offer {

struct ServiceDetail;

// What read_detail() makes the same service of again, byte for byte: this has been tried when it returns.
Bytes write_detail(const ServiceDetail& service);

}  // namespace alongside::local_offer
