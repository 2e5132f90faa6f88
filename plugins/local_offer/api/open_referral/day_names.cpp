#include "plugins/local_offer/api/open_referral/day_names.hpp"

#include "plugins/local_offer/model/terms.hpp"

#include <iterator>

namespace alongside::local_offer {

std::uint8_t days_named(std::string_view text) {
  constexpr std::string_view names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  // "2MO" is the second Monday of a month: a Monday.
  while (!text.empty() && (text.front() == '+' || text.front() == '-' || (text.front() >= '0' && text.front() <= '9')))
    text.remove_prefix(1);
  for (std::size_t i = 0; i < std::size(names); ++i) {
    if (same_term(text, names[i]) || same_term(text, names[i].substr(0, 2))) return static_cast<std::uint8_t>(1u << i);
  }
  return 0;
}

}  // namespace alongside::local_offer
