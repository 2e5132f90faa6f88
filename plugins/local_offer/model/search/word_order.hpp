// WordOrder: the terms of each service's texts in the order they were written, so that "in quotes" can
// be told from the same words apart. Made by IndexBuilder; asked by Search.
//
// Each term also has a sign of one byte, a common one its own: sixteen are compared at once, and a phrase of common
// words, which may be in every text, is looked for in a third of the memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace alongside::local_offer {

class WordOrder {
 public:
  static constexpr std::uint32_t gap = 0xFFFFFFFF;  // between two texts: a phrase does not reach over it

  WordOrder() = default;
  // `starts`: of an index's terms, as IndexTables have them; they tell which are common.
  explicit WordOrder(std::span<const std::uint32_t> starts, std::uint32_t services);

  void reserve(std::size_t terms);                 // gaps included
  void add(std::span<const std::uint32_t> terms);  // and gaps
  void end_service() { end_service_at(size()); }
  void end_service_at(std::size_t place) {
    starts_.push_back(static_cast<std::uint32_t>(place));
  }  // its last text's end

  std::size_t size() const { return low_.size(); }  // terms and gaps
  std::uint32_t at(std::size_t place) const;        // a term or a gap

  bool has_phrase(std::uint32_t service, std::span<const std::uint32_t> phrase) const;

 private:
  static constexpr std::uint16_t low_gap = 0xFFFF;

  // The signs of a phrase's first two terms, which are looked for together.
  struct Beginning {
    std::uint8_t first;
    std::uint8_t second;
    std::size_t step;  // from the first to the second: 0 where there is only one
  };

  std::uint8_t sign_of(std::uint32_t term) const;
  void keep_high();
  std::size_t next(const Beginning& beginning, std::size_t from, std::size_t end) const;

  std::vector<std::uint32_t> starts_{0};  // one a service, and the end
  std::vector<std::uint8_t> term_signs_;  // of each term
  std::vector<std::uint8_t> signs_;       // of each place
  std::vector<std::uint16_t> low_;        // of each place, the lower half of its term
  std::vector<std::uint16_t> high_;       // and the upper one; none while every term is below 65,535
};

}  // namespace alongside::local_offer
