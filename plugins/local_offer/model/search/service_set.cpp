#include "plugins/local_offer/model/search/service_set.hpp"

#include <bit>
#include <cstddef>

namespace alongside::local_offer {

ServiceSet::ServiceSet(std::uint32_t services, Holding holding)
    : bits_((services + 63) / 64, holding == Holding::All ? ~std::uint64_t{0} : 0) {
  if (holding == Holding::All && services % 64 != 0) bits_.back() = (std::uint64_t{1} << (services % 64)) - 1;
}

void ServiceSet::keep(const ServiceSet& other) {
  for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= other.bits_[i];
}

void ServiceSet::join(const ServiceSet& other) {
  for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
}

std::uint32_t ServiceSet::count() const {
  std::uint32_t found = 0;
  for (const std::uint64_t bits : bits_) found += static_cast<std::uint32_t>(std::popcount(bits));
  return found;
}

std::uint32_t ServiceSet::count_common(const ServiceSet& other) const {
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < bits_.size(); ++i)
    found += static_cast<std::uint32_t>(std::popcount(bits_[i] & other.bits_[i]));
  return found;
}

}  // namespace alongside::local_offer
