// Intents in addresses: how a frame becomes the value of "?intent=…" and is read back. Used by the
// host of the application and by the one of tests; a plugin calls Host::intent_href() and intent_in().
#pragma once

#include "app/base/bytes.hpp"
#include "app/plugin_api/route.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace alongside {

// An intent that is longer is not carried: the address would not fit everywhere.
inline constexpr std::size_t most_intent_letters = 1500;

// `route` with the frame in it, or empty when there is no route or the frame is too long.
std::string intent_link(std::string_view route, const Bytes& frame);
// The frame in the address, or empty when there is none or its letters are not such a link's. Whether
// the frame is whole is for whoever decodes it.
Bytes intent_of(const Route& route);

}  // namespace alongside
