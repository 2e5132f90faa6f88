// ServiceSet: a set of services by their position in the list, one bit each. What filters and counts
// are made of: sixty-four services are compared at once. Used by FacetIndex and Search.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace alongside::local_offer {

enum class Holding : std::uint8_t { None, All };

class ServiceSet {
 public:
  explicit ServiceSet(std::uint32_t services = 0, Holding holding = Holding::None);

  void add(std::uint32_t service) { bits_[service / 64] |= std::uint64_t{1} << (service % 64); }
  bool has(std::uint32_t service) const { return (bits_[service / 64] >> (service % 64) & 1) != 0; }
  void keep(const ServiceSet& other);  // only what the other has too
  void join(const ServiceSet& other);
  // Calls `visit` with each, by position.
  template <class Visit>
  void each(Visit visit) const {
    for (std::uint32_t i = 0; i < bits_.size(); ++i) {
      for (std::uint64_t bits = bits_[i]; bits != 0; bits &= bits - 1)
        visit(i * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
    }
  }
  std::uint32_t count() const;
  std::uint32_t count_common(const ServiceSet& other) const;

 private:
  std::vector<std::uint64_t> bits_;  // bits past the last service are never set
};

}  // namespace alongside::local_offer
