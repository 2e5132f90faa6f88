// What a feed says must not be told: places whose address is confidential, such as a refuge. A
// place is confidential when it, its address or its link to a service says so: "confidential": true,
// "mask_exact_address": true, or an attribute whose term is "Confidential"; all places of a service are
// when the service has an attribute "Confidential address". Used by the importer, before anything is read.
#pragma once

#include "app/server/json_reader.hpp"

#include <set>
#include <string>
#include <vector>

namespace alongside::local_offer {

// Adds the ids of the confidential places in a record: other records may know the same place and not say so.
void collect_confidential(const server::JsonValue& record, std::set<std::string>& ids);

struct Concealed {
  std::size_t places = 0;
  std::vector<std::string> secrets;  // numbered streets and postcodes, squashed
};
// Takes from every confidential place all but its id, its type and how accessible it is.
Concealed conceal_places(server::JsonValue& record, const std::set<std::string>& ids);
// Whether the record still says one of the secrets somewhere, in its description perhaps.
bool tells(const server::JsonValue& record, const std::vector<std::string>& secrets);

}  // namespace alongside::local_offer
