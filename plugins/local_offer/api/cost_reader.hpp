// Reads the prices of a feed's service and the one figure that lists show. Used by service_reader.
#pragma once

#include "app/base/date.hpp"
#include "plugins/local_offer/api/record_reader.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

namespace alongside::local_offer {

void read_costs(RecordReader& reader, ServiceDetail& service, Date today);

}  // namespace alongside::local_offer
