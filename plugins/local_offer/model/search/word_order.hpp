// WordOrder: the terms of each service's texts in the order they were written, so that "in quotes" can
// be told from the same words apart. Made by IndexBuilder; asked by Search.
//
// Nearly every offer has fewer than 65,535 terms, so the lower halves of their numbers are kept by
// themselves: eight are compared at once, and a common phrase is looked for in half the memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace alongside::local_offer {

class WordOrder {
 public:
  static constexpr std::uint32_t gap = 0xFFFFFFFF;  // between two texts: a phrase does not reach over it

  void reserve(std::size_t terms) { low_.reserve(terms); }
  void add(std::span<const std::uint32_t> terms);  // and gaps
  void end_service() { starts_.push_back(static_cast<std::uint32_t>(low_.size())); }

  std::size_t size() const { return low_.size(); }  // terms and gaps
  std::uint32_t at(std::size_t place) const;        // a term or a gap

  bool has_phrase(std::uint32_t service, std::span<const std::uint32_t> phrase) const;

 private:
  static constexpr std::uint16_t low_gap = 0xFFFF;

  // The lower halves of a phrase's first two terms, which are looked for together: either may be in every text.
  struct Beginning {
    std::uint16_t first;
    std::uint16_t second;
    std::size_t step;  // from the first to the second: 0 where there is only one
  };

  void keep_high();
  std::size_t next(const Beginning& beginning, std::size_t from, std::size_t end) const;

  std::vector<std::uint32_t> starts_{0};  // one a service, and the end
  std::vector<std::uint16_t> low_;
  std::vector<std::uint16_t> high_;  // of each; none while every term is below 65,535
};

}  // namespace alongside::local_offer
