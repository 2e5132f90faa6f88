#include "app/server/sign_in/provider_document.hpp"

#include "app/server/json_reader.hpp"
#include "app/server/web_address.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

Error bad_document(std::string_view why) {
  return {ErrorCode::InvalidInput, "the provider's configuration: " + std::string(why)};
}

Result<std::string> endpoint(const JsonValue& document, std::string_view name) {
  const std::string_view address = document.text_at(name);
  if (!is_safe_web_address(address)) return bad_document("\"" + std::string(name) + "\" is no https address");
  return std::string(address);
}

// False when there is such a list, and the word is not in it.
bool may_be(const JsonValue& document, std::string_view list_name, std::string_view word) {
  const JsonValue* list = document.find(list_name);
  if (list == nullptr) return true;
  return list->is(JsonKind::Array) && std::ranges::any_of(list->items, [&](const JsonValue& item) {
           return item.is(JsonKind::Text) && item.text == word;
         });
}

}  // namespace

std::string discovery_address(std::string_view issuer) {
  std::string address(issuer);
  if (address.ends_with('/')) address.pop_back();
  return address + "/.well-known/openid-configuration";
}

Result<ProviderDocument> parse_provider_document(std::string_view json, std::string_view issuer,
                                                 SignatureAlgorithm signed_with) {
  const JsonValue file = ALONGSIDE_TRY(read_json(json, {ProviderDocument::most_bytes, 16}));
  if (file.text_at("issuer") != issuer) return bad_document("it names another issuer");
  ProviderDocument document;
  document.authorization_endpoint = ALONGSIDE_TRY(endpoint(file, "authorization_endpoint"));
  document.token_endpoint = ALONGSIDE_TRY(endpoint(file, "token_endpoint"));
  document.jwks_uri = ALONGSIDE_TRY(endpoint(file, "jwks_uri"));
  if (file.find("end_session_endpoint") != nullptr) {
    document.end_session_endpoint = ALONGSIDE_TRY(endpoint(file, "end_session_endpoint"));
  }
  if (!may_be(file, "id_token_signing_alg_values_supported", name_of(signed_with))) {
    return bad_document("it does not sign with " + std::string(name_of(signed_with)));
  }
  if (!may_be(file, "code_challenge_methods_supported", "S256")) return bad_document("it knows no PKCE with S256");
  const JsonValue* names = file.find("authorization_response_iss_parameter_supported");
  const bool always = names != nullptr && names->is(JsonKind::Boolean) && names->boolean;
  document.names_itself = always ? NamesItself::Always : NamesItself::Perhaps;
  return document;
}

}  // namespace alongside::server
