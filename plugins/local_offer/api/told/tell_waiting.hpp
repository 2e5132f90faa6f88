// tell_waiting(): writes to everybody who is signed in and waits for something that is so now. Called whenever the
// local offer may have changed: after an import, and after the council took or took back a record of its own.
#pragma once

#include "app/base/result.hpp"

#include <cstddef>

namespace alongside {
class Chance;
}
namespace alongside::server {
struct FeatureContext;
}

namespace alongside::local_offer {

// One message a person, whatever it is of, and one transaction for all: who was told is noted with the message. What
// could not be done now is done the next time. Gives how many people were written to.
Result<std::size_t> tell_waiting(const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::local_offer
