// The two pages of passkeys: signing in with one, and one's own list. Plain pages; their only script is web/passkey.js,
// which asks the device and sends the form. Called by PasskeyFeature.
#pragma once

#include "app/server/council_config.hpp"
#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "app/server/passkeys/passkey_service.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// What is said at the top of a page after a form; in addresses by name.
enum class PasskeyWord : std::uint8_t {
  Refused,
  TooMany,
  Added,
  Removed,
  NotAdded,
  Full,
  NotFresh,
};
std::string_view name_of(PasskeyWord word);
std::optional<PasskeyWord> passkey_word_named(std::string_view name);

struct PasskeySignInPage {
  std::string challenge;
  std::string then;    // where they were; an address of ours
  std::string device;  // "Chrome on Android"
  std::optional<PasskeyWord> word;
};
PageContent passkey_sign_in_page(const CouncilConfig& config, Language language, const PasskeySignInPage& page);

struct OwnPasskeysPage {
  std::vector<PasskeyRow> passkeys;
  std::optional<PasskeyAsked> asked;  // none: nothing can be added now
  std::string sign_in_again;          // where, when they did not a moment ago; empty: they sign out first
  std::string device;
  std::optional<PasskeyWord> word;
};
PageContent own_passkeys_page(const CouncilConfig& config, Language language, const OwnPasskeysPage& page);

}  // namespace alongside::server
