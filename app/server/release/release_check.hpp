// check_release(): whether the folder that the server is to serve is a release as it was signed: every file of it, and
// no other. accept_release(): never an older one than was served before. Asked by serve, where the configuration names
// a ring of keys, and by `council-api release verify`.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/release/key_ring.hpp"

#include <cstdint>
#include <string>

namespace alongside::server {

struct Release {
  std::int64_t number = 0;
  Date issued;
  Date expires;  // after it no browser takes it that does not have it
  std::string key;
  std::size_t files = 0;
};

// Incompatible: the folder is not what was signed; the words name the first file that is not. That it has expired is
// the caller's to judge: a council's pages must not go because a day came.
Result<Release> check_release(const std::string& www, const KeyRing& ring);

// Notes in the data folder that this release is served. Incompatible: a newer one was, which browsers would not give up
// for it either.
Result<void> accept_release(const std::string& data, const Release& release);

}  // namespace alongside::server
