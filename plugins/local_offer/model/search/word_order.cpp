#include "plugins/local_offer/model/search/word_order.hpp"

#include <cstddef>

namespace alongside::local_offer {

bool WordOrder::has_phrase(std::uint32_t service, std::span<const std::uint32_t> phrase) const {
  if (phrase.empty()) return true;
  const std::uint32_t* at = terms.data() + starts[service];
  const std::uint32_t* const end = terms.data() + starts[service + 1];
  const std::uint32_t first = phrase.front();
  for (; end - at >= static_cast<std::ptrdiff_t>(phrase.size()); ++at) {
    if (*at != first) continue;
    std::size_t same = 1;
    while (same < phrase.size() && at[same] == phrase[same]) ++same;
    if (same == phrase.size()) return true;
  }
  return false;
}

}  // namespace alongside::local_offer
