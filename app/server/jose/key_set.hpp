// KeySet: the keys that a provider publishes (JWK Set, RFC 7517), as far as they are for the one signature
// that it is held to. Keys for something else are passed over. Pure; made from what was fetched.
#pragma once

#include "app/base/result.hpp"
#include "app/server/jose/public_key.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

class KeySet {
 public:
  static constexpr std::size_t most_bytes = 256 * 1024;
  static constexpr std::size_t most_keys = 64;

  // InvalidInput when it is no set, when two usable keys have one name, or when none is usable.
  static Result<KeySet> parse(std::string_view json, SignatureAlgorithm algorithm);

  // The key of that name; with an empty name the only key there is, if there is only one.
  const PublicKey* find(std::string_view kid) const;
  std::size_t size() const { return keys_.size(); }

 private:
  struct Named {
    std::string kid;
    PublicKey key;
  };
  std::vector<Named> keys_;
};

}  // namespace alongside::server
