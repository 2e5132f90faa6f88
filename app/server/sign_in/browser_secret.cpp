#include "app/server/sign_in/browser_secret.hpp"

#include "app/base/base64url.hpp"
#include "app/server/digest.hpp"

namespace alongside::server {

Result<std::string> made_from(const SessionToken& browser, std::string_view purpose, std::string_view state) {
  return base64url(ALONGSIDE_TRY(hmac_sha256(browser.text(), std::string(purpose) + " " + std::string(state))));
}

Result<std::string> code_challenge(std::string_view verifier) {
  return base64url(ALONGSIDE_TRY(sha256({reinterpret_cast<const std::uint8_t*>(verifier.data()), verifier.size()})));
}

}  // namespace alongside::server
