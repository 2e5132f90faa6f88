// The verb `offer import`: from the configuration's feeds, or from a folder or an address that is named. Fetching,
// reading and judging happen beside the server's own thread; what they found is written on it.
#pragma once

#include "app/server/verbs.hpp"

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
}

namespace alongside::local_offer {

void add_import_verb(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::local_offer
