// SignInConfig: by whom a council's families are told apart, from "sign_in" in the configuration file.
// Without that section nobody can sign in but the demonstration's people. Keys and secrets are not in it:
// they are read when the server starts, from files or the environment, and shown nowhere.
#pragma once

#include "app/base/result.hpp"
#include "app/server/jose/private_key.hpp"
#include "app/server/jose/signature_algorithm.hpp"
#include "app/wire/messages/council.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

class JsonFields;
class JsonMistakes;

enum class ProviderProfile : std::uint8_t {
  CouncilAccounts,  // the council's own "My Account", or any other provider
  OneLogin,         // GOV.UK One Login: asks for levels (vtr), and proves itself with a key
};

enum class ClientProof : std::uint8_t { PrivateKey, Secret };  // private_key_jwt, client_secret_basic

// Whether the council's code signs in by itself, or only says who somebody is whom a provider knows.
enum class CodeUse : std::uint8_t { AfterProvider, Alone };

enum class PasskeyUse : std::uint8_t { Off, Offered };

// How a session is noted that began with a passkey; so no provider may be called this. And where one signs in by it.
inline constexpr std::string_view passkey_way = "passkey";
inline constexpr std::string_view passkey_start = "/sign-in/passkey/use";

// A secret's place: one of the two.
struct SecretPlace {
  std::string file;
  std::string env;
  bool known() const { return !file.empty() || !env.empty(); }
};

struct ProviderConfig {
  std::string id;  // in addresses: "council"
  wire::Bilingual name;
  ProviderProfile profile = ProviderProfile::CouncilAccounts;
  std::string issuer;
  std::string client_id;
  SignatureAlgorithm signed_with = SignatureAlgorithm::Es256;  // its tokens
  ClientProof proof = ClientProof::PrivateKey;
  SignatureAlgorithm key_algorithm = SignatureAlgorithm::Es256;  // of our own key
  std::string key_id;
  SecretPlace secret;               // the key in PEM, or the shared secret
  std::vector<std::string> levels;  // vtr: "Cl.Cm"
};

struct SignInConfig {
  std::string app;  // where families open Alongside: "https://short-breaks.example"
  std::vector<ProviderConfig> providers;
  CodeUse codes = CodeUse::AfterProvider;
  PasskeyUse passkeys = PasskeyUse::Off;
  std::string address_header;  // in which the proxy in front writes whose address it is; empty: the peer's own

  const ProviderConfig* provider(std::string_view id) const;
  // For which host devices keep passkeys (WebAuthn's relying party): `app` without scheme and port.
  std::string host() const;
  // Where a provider sends people back to, as the council registers it there.
  std::string return_address(const ProviderConfig& provider) const { return app + "/sign-in/" + provider.id + "/back"; }
};

// What a provider is shown to prove that we are we.
struct ProviderSecret {
  std::optional<PrivateKey> key;
  std::string secret;
};

// Reads the optional section "sign_in"; mistakes are noted with what to write.
SignInConfig read_sign_in(JsonFields& parent, JsonMistakes& mistakes, bool welsh);
// One a provider, in their order. An error says what is wrong with the file or the variable.
Result<std::vector<ProviderSecret>> provider_secrets(const SignInConfig& config);

}  // namespace alongside::server
