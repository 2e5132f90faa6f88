// Reads the places of a feed's service. A place with impossible coordinates is left out with a
// note, since a wrong distance is worse than none. Used by service_reader.
#pragma once

#include "plugins/local_offer/api/record_reader.hpp"
#include "plugins/local_offer/model/location.hpp"

#include <vector>

namespace alongside::local_offer {

std::vector<Location> read_locations(RecordReader& service);

}  // namespace alongside::local_offer
