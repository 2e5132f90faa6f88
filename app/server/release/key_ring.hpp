// ReleaseKey: a public key that releases are signed with, and the days in which it counts. The ring is a JSON file that
// a council has from whoever releases Alongside ("release_keys" in the configuration); app/tools/make_signing_key.mjs
// prints a key of it. Read at each start of the server and by `release verify`.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/release/signature.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

struct ReleaseKey {
  std::string id;
  Ed25519PublicKey key{};
  Date from;
  Date until;           // what was signed on this day still counts
  std::string retired;  // why it counts no more; empty while it does

  bool counts_on(Date day) const { return retired.empty() && from <= day && day <= until; }
};

using KeyRing = std::vector<ReleaseKey>;

// Every mistake at once, one a line.
Result<KeyRing> parse_key_ring(std::string_view json);
Result<KeyRing> read_key_ring(const std::string& path);

}  // namespace alongside::server
