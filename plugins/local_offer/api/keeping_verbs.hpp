// What a council's staff do to keep the local offer in good order: `council-api offer lint`, `offer synonyms list` and
// `import`, and `offer postcodes`. Added by the feature.
#pragma once

#include "app/base/result.hpp"
#include "plugins/local_offer/model/offer_list.hpp"

#include <functional>

namespace alongside::server {
struct FeatureContext;
class Verbs;
}  // namespace alongside::server

namespace alongside::local_offer {

// `offer` gives what families see at the moment.
void add_keeping_verbs(server::Verbs& verbs, const server::FeatureContext& context,
                       std::function<Result<const OfferList*>()> offer);

}  // namespace alongside::local_offer
