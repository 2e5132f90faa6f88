// Base64 with the two letters that need no escaping in an address (RFC 4648, section 5), unpadded. Used
// for intents in addresses, on both sides, and for the cookie of a session.
#pragma once

#include "app/base/bytes.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace alongside {

inline constexpr std::string_view base64url_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string base64url(std::span<const std::uint8_t> bytes);
// Empty when there is a letter that does not belong, or bits that are left over are not zero: there is
// one spelling for the same bytes.
std::optional<Bytes> base64url_bytes(std::string_view text);

}  // namespace alongside
