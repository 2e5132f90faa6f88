// Reads the taxonomy terms of a feed's service: the few vocabularies we know by meaning, and every
// other term as it stands. Used by service_reader.
#pragma once

#include "plugins/local_offer/api/record_reader.hpp"
#include "plugins/local_offer/model/service_detail.hpp"

namespace alongside::local_offer {

// The regulators that the attributes, or the free text of the accreditations, name.
void read_registrations(ServiceDetail& service);

void read_attributes(RecordReader& reader, ServiceDetail& service);

}  // namespace alongside::local_offer
