#include "app/server/passkeys/client_data.hpp"

#include "app/server/json_reader.hpp"

namespace alongside::server {

namespace {

constexpr JsonLimits client_data_limits{4096, 4, 1024};

Error bad_client_data(std::string_view why) {
  return {ErrorCode::NotAllowed, "a passkey's browser: " + std::string(why)};
}

}  // namespace

Result<std::string> challenge_answered(std::span<const std::uint8_t> client_data, PasskeyPurpose purpose,
                                       std::string_view origin) {
  const auto json =
      read_json({reinterpret_cast<const char*>(client_data.data()), client_data.size()}, client_data_limits);
  if (!json) return bad_client_data("malformed");
  const JsonValue& said = json.value();
  if (said.text_at("type") != (purpose == PasskeyPurpose::Add ? "webauthn.create" : "webauthn.get")) {
    return bad_client_data("another purpose");
  }
  if (origin.empty() || said.text_at("origin") != origin) return bad_client_data("another origin");
  const JsonValue* const cross = said.find("crossOrigin");
  if (cross != nullptr && !(cross->is(JsonKind::Boolean) && !cross->boolean))
    return bad_client_data("within another page");
  if (said.find("topOrigin") != nullptr) return bad_client_data("within another page");
  return std::string(said.text_at("challenge"));
}

}  // namespace alongside::server
