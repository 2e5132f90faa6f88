// What the browser itself says of one use of a passkey (WebAuthn 2, 5.8.1): for which purpose, in answer to which
// challenge, on whose page. The device signs its fingerprint, so nobody on the way can change it. Read by
// PasskeyService.
#pragma once

#include "app/base/result.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace alongside::server {

// Numbers in the database.
enum class PasskeyPurpose : std::uint8_t { SignIn = 0, Add = 1 };

// The challenge it answers, for the store to know. NotAllowed: it is malformed, for another purpose, of another origin
// than `origin`, or of a page within another site's.
Result<std::string> challenge_answered(std::span<const std::uint8_t> client_data, PasskeyPurpose purpose,
                                       std::string_view origin);

}  // namespace alongside::server
