#include "plugins/local_offer/model/id_list.hpp"

#include <algorithm>

namespace alongside::local_offer {
namespace {

bool is_uuid(std::string_view text) {
  constexpr std::size_t length = 36;
  if (text.size() != length) return false;
  for (std::size_t i = 0; i < length; ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = text[i];
    const bool is_hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (is_dash ? c != '-' : !is_hex) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> known_ids(const std::vector<std::string_view>& values) {
  std::vector<std::string> ids;
  for (const std::string_view value : values) {
    const bool is_new = std::find(ids.begin(), ids.end(), value) == ids.end();
    if (is_uuid(value) && is_new && ids.size() < most_kept) ids.emplace_back(value);
  }
  return ids;
}

}  // namespace alongside::local_offer
