#include "app/server/sign_in/token_answer.hpp"

#include "app/server/guard_rules.hpp"
#include "app/server/json_reader.hpp"

namespace alongside::server {

namespace {

Error odd_answer(std::string_view why) {
  return {ErrorCode::InvalidInput, "the provider's answer to a code: " + std::string(why)};
}

}  // namespace

bool is_json_type(std::string_view content_type) {
  std::string_view type = content_type.substr(0, content_type.find(';'));
  while (!type.empty() && type.back() == ' ') type.remove_suffix(1);
  // A set of keys has a type of its own (RFC 7517, 8.5.2).
  return equal_ignoring_case(type, "application/json") || equal_ignoring_case(type, "application/jwk-set+json");
}

Result<TokenAnswer> read_token_answer(const WebAnswer& answer) {
  if (answer.status == 400 || answer.status == 401) {
    return Error{ErrorCode::NotAllowed, "the provider does not take the code: " + std::to_string(answer.status)};
  }
  if (answer.status != 200) return odd_answer("status " + std::to_string(answer.status));
  if (!is_json_type(answer.content_type)) return odd_answer("it is no JSON");
  const JsonValue json = ALONGSIDE_TRY(read_json(answer.body, {64 * 1024, 8}));
  TokenAnswer tokens{std::string(json.text_at("id_token")), std::string(json.text_at("access_token"))};
  if (tokens.id_token.empty()) return odd_answer("there is no ID token");
  if (tokens.access_token.empty()) return odd_answer("there is no access token");
  if (!equal_ignoring_case(json.text_at("token_type"), "Bearer")) return odd_answer("its token is of another type");
  return tokens;
}

}  // namespace alongside::server
