// The two signatures that a provider may put under a token, and the one that we put under our own. Chosen
// for each provider in the configuration; what a token says of itself is only compared with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::server {

enum class SignatureAlgorithm : std::uint8_t { Es256, Rs256 };

constexpr std::string_view name_of(SignatureAlgorithm algorithm) {
  return algorithm == SignatureAlgorithm::Es256 ? "ES256" : "RS256";
}

constexpr std::optional<SignatureAlgorithm> signature_algorithm_named(std::string_view name) {
  if (name == "ES256") return SignatureAlgorithm::Es256;
  if (name == "RS256") return SignatureAlgorithm::Rs256;
  return std::nullopt;
}

}  // namespace alongside::server
