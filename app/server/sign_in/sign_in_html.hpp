// The pages of signing in for browsers without scripts: where to sign in, and the code's field. The same for
// everybody: they hold nothing of anybody. Pure.
#pragma once

#include "app/server/council_config.hpp"
#include "app/server/page_content.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::server {

// What went wrong on the way, as it stands in an address: "?trouble=cancelled".
enum class SignInTrouble : std::uint8_t {
  Cancelled,    // they changed their mind at the provider
  Refused,      // the provider's answer is no good, or not for this browser
  Unavailable,  // the provider does not answer
  WrongCode,
  TooManyCodes,
  NobodyWaits,  // a code, and nobody has come back from a provider here
};
std::string_view name_of(SignInTrouble trouble);
std::optional<SignInTrouble> sign_in_trouble_named(std::string_view name);

PageContent sign_in_page(const CouncilConfig& config, Language language, std::optional<SignInTrouble> trouble,
                         std::string_view then);
PageContent sign_in_code_page(const CouncilConfig& config, Language language, std::optional<SignInTrouble> trouble);

}  // namespace alongside::server
