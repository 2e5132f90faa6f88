// Delta: how one answer is made out of an earlier one at the same address, for whoever has that one: pieces to copy and
// pieces that are new. Read by web/worker_delta.js.
//
//   "ALD1", SHA-256 of the result, its length as a varint, then steps to the end of the bytes:
//   varint n: n even: n/2 bytes follow that are new; n odd: copy n/2 bytes from varint offset.
#pragma once

#include "app/base/result.hpp"

#include <string>
#include <string_view>

namespace alongside::server {

inline constexpr std::string_view delta_name = "alongside-copy";  // in A-IM and IM (RFC 3229)

Result<std::string> delta_of(std::string_view from, std::string_view to);

}  // namespace alongside::server
