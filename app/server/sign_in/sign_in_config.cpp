#include "app/server/sign_in/sign_in_config.hpp"

#include "app/base/text.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/own_origins.hpp"
#include "app/server/web_address.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

namespace alongside::server {

namespace {

constexpr std::string_view sign_in_app_rule =
    "write where families open Alongside, like \"https://short-breaks.example\"";
constexpr std::string_view provider_id_rule = "write a short name of small letters, digits and -, like \"council\"";
constexpr std::string_view issuer_rule =
    "write the provider's issuer exactly as it does, like \"https://login.northmere.example\"";
constexpr std::string_view profile_rule = "write \"council_accounts\" or \"one_login\"";
constexpr std::string_view proof_rule = "write \"private_key_jwt\" or \"client_secret_basic\"";
constexpr std::string_view algorithm_rule = "write \"ES256\" or \"RS256\"";
constexpr std::string_view place_rule = "say where it is: one of \"…_file\" and \"…_env\"";
constexpr std::string_view levels_rule = "write levels of trust, like [\"Cl.Cm\"]";
constexpr std::string_view codes_rule = "write \"after_provider\", or \"alone\" where a code signs in by itself";
constexpr std::string_view header_rule =
    "write a header's name, like \"X-Real-IP\", that your proxy always sets itself";
constexpr std::string_view passkeys_rule =
    "write \"offered\" or \"off\"; browsers keep passkeys for a name, not for an address of numbers";
constexpr std::size_t longest_secret = 16 * 1024;

bool is_provider_id(std::string_view id) {
  return !id.empty() && id.size() <= 40 &&
         std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

// Browsers refuse passkeys for an address of numbers (WebAuthn 2, 5.1.3).
bool may_have_passkeys(const std::string& host) {
  return !host.empty() && host.front() != '[' && host.find_first_not_of("0123456789.") != host.npos;
}

PasskeyUse read_passkeys(JsonFields& fields, const std::string& host) {
  const std::string said = fields.optional_text("passkeys", {20, passkeys_rule});
  const bool may = may_have_passkeys(host);
  if ((!said.empty() && said != "offered" && said != "off") || (said == "offered" && !may)) {
    fields.mistake("passkeys", passkeys_rule);
  }
  return may && said != "off" ? PasskeyUse::Offered : PasskeyUse::Off;
}

bool is_header_name(std::string_view name) {
  return name.size() <= 60 &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; });
}

bool is_level(std::string_view level) {
  return !level.empty() && level.size() <= 40 && std::ranges::all_of(level, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
  });
}

SignatureAlgorithm read_algorithm(JsonFields& fields, std::string_view key) {
  const std::string name = fields.optional_text(key, {20, algorithm_rule});
  if (name.empty()) return SignatureAlgorithm::Es256;
  const auto algorithm = signature_algorithm_named(name);
  if (!algorithm) fields.mistake(key, algorithm_rule);
  return algorithm.value_or(SignatureAlgorithm::Es256);
}

// The keys are literals: the fields remember them as views.
SecretPlace read_secret_place(JsonFields& fields, std::string_view file_key, std::string_view env_key) {
  SecretPlace place;
  place.file = fields.optional_text(file_key, {500, "write the path of a file"});
  place.env = fields.optional_text(env_key, {100, "write the name of an environment variable"});
  if (place.file.empty() == place.env.empty()) fields.mistake(file_key, place_rule);
  return place;
}

void read_proof(JsonFields& fields, ProviderConfig& provider) {
  const std::string proof = fields.text("proof", {40, proof_rule});
  if (proof == "client_secret_basic") {
    provider.proof = ClientProof::Secret;
    provider.secret = read_secret_place(fields, "secret_file", "secret_env");
    if (provider.profile == ProviderProfile::OneLogin) {
      fields.mistake("proof", "write \"private_key_jwt\": GOV.UK One Login takes nothing else");
    }
    return;
  }
  if (!proof.empty() && proof != "private_key_jwt") fields.mistake("proof", proof_rule);
  provider.secret = read_secret_place(fields, "key_file", "key_env");
  provider.key_id = fields.optional_text("key_id", {200, "write the name of the key, as in the keys you publish"});
  provider.key_algorithm = read_algorithm(fields, "key_algorithm");
}

void read_levels(JsonFields& fields, ProviderConfig& provider) {
  const bool one_login = provider.profile == ProviderProfile::OneLogin;
  // A service that holds personal data needs both factors there.
  if (one_login) provider.levels = {"Cl.Cm"};
  if (fields.optional("levels") == nullptr) return;
  if (!one_login) return fields.mistake("levels", "take this out: only GOV.UK One Login has levels");
  provider.levels.clear();
  for (const JsonValue& level : fields.array("levels", 1, 10)) {
    if (!level.is(JsonKind::Text) || !is_level(level.text)) fields.mistake("levels", levels_rule);
    provider.levels.push_back(level.text);
  }
}

wire::Bilingual read_provider_name(JsonFields& parent, bool welsh) {
  JsonFields fields = parent.object("name");
  wire::Bilingual name;
  name.en = fields.text("en", {80, "write what families call it, like \"My Northmere account\""});
  const TextRule rule{80, "write the Welsh name in quotes (languages has \"cy\")"};
  name.cy = welsh ? fields.text("cy", rule) : fields.optional_text("cy", rule);
  fields.finish();
  return name;
}

ProviderConfig read_provider(const JsonValue& item, std::string path, JsonMistakes& mistakes, bool welsh) {
  JsonFields fields(item, std::move(path), mistakes);
  ProviderConfig provider;
  provider.id = fields.text("id", {40, provider_id_rule});
  if (!provider.id.empty() && !is_provider_id(provider.id)) fields.mistake("id", provider_id_rule);
  if (provider.id == passkey_way) fields.mistake("id", "choose another name: this one is taken by passkeys");
  const std::string profile = fields.text("profile", {40, profile_rule});
  if (!profile.empty() && profile != "council_accounts" && profile != "one_login") {
    fields.mistake("profile", profile_rule);
  }
  if (profile == "one_login") provider.profile = ProviderProfile::OneLogin;
  provider.name = read_provider_name(fields, welsh);
  provider.issuer = fields.text("issuer", {300, issuer_rule});
  if (!provider.issuer.empty() && !is_safe_issuer(provider.issuer)) fields.mistake("issuer", issuer_rule);
  provider.client_id = fields.text("client_id", {200, "write the client id that the provider gave you"});
  provider.signed_with = read_algorithm(fields, "signed_with");
  read_proof(fields, provider);
  read_levels(fields, provider);
  fields.finish();
  return provider;
}

Result<std::string> secret_at(const SecretPlace& place, const std::string& where) {
  std::string text;
  if (place.env.empty()) {
    std::ifstream in(place.file, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (!in.good() && !in.eof()) return Error{ErrorCode::Unavailable, where + ": " + place.file + " cannot be read"};
  } else if (const char* value = std::getenv(place.env.c_str())) {
    text = value;
  }
  text = text.substr(0, text.find_last_not_of("\r\n") + 1);
  const std::string named = place.env.empty() ? place.file : "$" + place.env;
  if (text.empty()) return Error{ErrorCode::InvalidInput, where + ": there is nothing in " + named};
  if (text.size() > longest_secret) return Error{ErrorCode::InvalidInput, where + ": " + named + " is too long"};
  return text;
}

Result<ProviderSecret> secret_of(const ProviderConfig& provider) {
  const std::string where = "sign_in: " + provider.id;
  const std::string text = ALONGSIDE_TRY(secret_at(provider.secret, where));
  ProviderSecret secret;
  if (provider.proof == ClientProof::Secret) {
    secret.secret = text;
    return secret;
  }
  auto key = PrivateKey::from_pem(text, provider.key_algorithm);
  if (!key) return Error{key.error().code, where + ": " + key.error().detail};
  secret.key = std::move(key).value();
  return secret;
}

}  // namespace

const ProviderConfig* SignInConfig::provider(std::string_view id) const {
  const auto found = std::ranges::find(providers, id, &ProviderConfig::id);
  return found == providers.end() ? nullptr : &*found;
}

std::string SignInConfig::host() const {
  const std::size_t scheme = app.find("://");
  if (scheme == app.npos) return {};
  const std::string authority = app.substr(scheme + 3, app.find('/', scheme + 3) - scheme - 3);
  const std::size_t end = authority.find(']');
  return authority.substr(0, authority.find(':', end == authority.npos ? 0 : end));
}

SignInConfig read_sign_in(JsonFields& parent, JsonMistakes& mistakes, bool welsh) {
  SignInConfig config;
  if (parent.optional("sign_in") == nullptr) return config;
  JsonFields fields = parent.object("sign_in");
  config.app = fields.text("app", {200, sign_in_app_rule});
  const bool own = check_own_origin(config.app).ok() && is_safe_web_address(config.app);
  if (!config.app.empty() && !own) fields.mistake("app", sign_in_app_rule);
  config.address_header = fields.optional_text("address_header", {60, header_rule});
  if (!is_header_name(config.address_header)) fields.mistake("address_header", header_rule);
  const std::string codes = fields.optional_text("codes", {20, codes_rule});
  if (!codes.empty() && codes != "alone" && codes != "after_provider") fields.mistake("codes", codes_rule);
  if (codes == "alone") config.codes = CodeUse::Alone;
  config.passkeys = read_passkeys(fields, config.host());
  const auto& items = fields.array("providers", config.codes == CodeUse::Alone ? 0 : 1, 8);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string path = fields.path_of("providers") + "[" + std::to_string(i) + "]";
    ProviderConfig provider = read_provider(items[i], path, mistakes, welsh);
    if (config.provider(provider.id) != nullptr) fields.mistake("providers", "give each provider an id of its own");
    config.providers.push_back(std::move(provider));
  }
  fields.finish();
  return config;
}

Result<std::vector<ProviderSecret>> provider_secrets(const SignInConfig& config) {
  std::vector<ProviderSecret> secrets;
  for (const ProviderConfig& provider : config.providers) secrets.push_back(ALONGSIDE_TRY(secret_of(provider)));
  return secrets;
}

}  // namespace alongside::server
