// DisclosureRules: how few people may be told apart in what is published. From the council's configuration;
// used by everything that makes a release.
#pragma once

#include <cstddef>
#include <cstdint>

namespace alongside::feedback {

struct DisclosureRules {
  // UK LLC and ONS LS: nothing at all about fewer than ten people.
  static constexpr std::size_t default_people = 10;
  // Ofqual and DfE: no count of one to four. Ours hides nought too: "nobody else" tells of everybody.
  static constexpr std::uint32_t default_cell = 5;
  // How wide what can be worked out of a hidden count must stay, whatever else is published.
  static constexpr std::uint32_t least_width = 3;
  static_assert(default_cell >= least_width);

  std::size_t people = default_people;
  std::uint32_t cell = default_cell;  // not under least_width
  std::uint32_t round_to = 0;         // 0: counts are published as they are; else `cell` is a multiple of it
};

// To the nearest multiple, halves up. What is not under the rule stays so, since the rule is a multiple itself.
constexpr std::uint32_t rounded(std::uint32_t count, const DisclosureRules& rules) {
  return rules.round_to == 0 ? count : (count + rules.round_to / 2) / rules.round_to * rules.round_to;
}

}  // namespace alongside::feedback
