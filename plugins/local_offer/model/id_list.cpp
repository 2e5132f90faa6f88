#include "plugins/local_offer/model/id_list.hpp"

#include "app/base/id.hpp"

#include <algorithm>

namespace alongside::local_offer {

std::vector<std::string> known_ids(const std::vector<std::string_view>& values) {
  std::vector<std::string> ids;
  for (const std::string_view value : values) {
    const bool is_new = std::find(ids.begin(), ids.end(), value) == ids.end();
    if (parse_uuid(value).ok() && is_new && ids.size() < most_kept) ids.emplace_back(value);
  }
  return ids;
}

}  // namespace alongside::local_offer
