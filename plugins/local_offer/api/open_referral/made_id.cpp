#include "plugins/local_offer/api/open_referral/made_id.hpp"

#include "app/base/id.hpp"
#include "app/base/text.hpp"
#include "app/server/digest.hpp"

#include <algorithm>

namespace alongside::local_offer {

std::string made_id(std::string_view of, std::string_view words) {
  std::string text = "alongside open referral\n";
  text.append(of).append("\n").append(words);
  const auto digest = server::sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  IdBytes bytes{};
  if (digest.ok()) std::copy_n(digest.value().begin(), bytes.size(), bytes.begin());
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x50);  // made from a name; every validator knows version 5
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  return uuid_text(bytes);
}

std::string id_from(std::string_view text) {
  text = trim(text);
  if (text.empty()) return {};
  const auto uuid = parse_uuid(text);
  return uuid.ok() ? uuid_text(uuid.value()) : made_id("id", text);
}

}  // namespace alongside::local_offer
