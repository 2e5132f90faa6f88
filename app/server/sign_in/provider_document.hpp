// ProviderDocument: what a provider says of itself (OpenID Connect Discovery 1.0), as far as we need it. Pure;
// parsed from what was fetched, and refused when anything in it would lead elsewhere than it should.
#pragma once

#include "app/base/result.hpp"
#include "app/server/jose/signature_algorithm.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

// Whether its answers name it (RFC 9207), so that one without a name is another's.
enum class NamesItself : std::uint8_t { Perhaps, Always };

struct ProviderDocument {
  static constexpr std::size_t most_bytes = 128 * 1024;

  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string jwks_uri;
  std::string end_session_endpoint;  // empty: one cannot sign out there
  NamesItself names_itself = NamesItself::Perhaps;
};

std::string discovery_address(std::string_view issuer);

Result<ProviderDocument> parse_provider_document(std::string_view json, std::string_view issuer,
                                                 SignatureAlgorithm signed_with);

}  // namespace alongside::server
