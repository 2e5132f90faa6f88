// Reads the taxonomy terms of a feed's service: the few vocabularies we know by meaning, and every
// other term as it stands. Used by service_reader.
#pragma once

#include "plugins/local_offer/api/record_reader.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

namespace alongside::local_offer {

void read_attributes(RecordReader& reader, ServiceDetail& service);

}  // namespace alongside::local_offer
