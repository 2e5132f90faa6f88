// checksum: a short fingerprint of bytes (FNV-1a, 64 bits, hexadecimal), to notice a change. For
// ETags and migrations; no protection against somebody who wants two texts to match.
#pragma once

#include <string>
#include <string_view>

namespace alongside::server {

std::string checksum(std::string_view bytes);

}  // namespace alongside::server
