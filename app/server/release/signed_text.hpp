// open_signed_text(): the text in an envelope {"signed", "signatures"} of app/tools/signing.mjs, when a key of the ring
// has signed it on a day on which it counted. What a release's lists are read by; web/signed_catalog.js is the
// browser's half.
#pragma once

#include "app/base/result.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/release/key_ring.hpp"

#include <string>
#include <string_view>

namespace alongside::server {

struct SignedText {
  JsonValue content;  // an object
  std::string key;    // the id of the key by which it is believed
};

// `kind`: what it must be, such as "release": signed as something else it is refused. The error says in words what is
// wrong: changed, cut short, signed by nobody known, by a key that did not count on its "issued" day.
Result<SignedText> open_signed_text(std::string_view envelope, std::string_view kind, const KeyRing& ring);

}  // namespace alongside::server
