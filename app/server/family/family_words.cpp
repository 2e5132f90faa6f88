#include "app/server/family/family_words.hpp"

#include <array>

namespace alongside::server {

namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 4> roles = {"parent", "carer", "helper", "young_person"};
constexpr std::array<std::string_view, wire::facet_count> facets = {
    "", "money", "plan", "visits", "files", "care_notes", "school", "address", "phone", "email", "workers", "diary"};
constexpr std::array<std::string_view, 3> levels = {"none", "see", "change"};
constexpr std::array<std::string_view, 6> by_law = {"",          "deputy",         "attorney",
                                                    "appointee", "representative", "professional"};

template <class Enum, std::size_t count>
std::optional<Enum> named(const std::array<std::string_view, count>& words, std::string_view word) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!word.empty() && words[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<wire::FamilyRole> role_named(std::string_view word) { return named<wire::FamilyRole>(roles, word); }

std::optional<wire::Facet> facet_named(std::string_view word) { return named<wire::Facet>(facets, word); }

std::optional<wire::ShareLevel> level_named(std::string_view word) { return named<wire::ShareLevel>(levels, word); }

std::optional<Lawful> lawful_named(std::string_view word) { return named<Lawful>(by_law, word); }

std::string_view word_of(wire::FamilyRole role) { return roles[static_cast<std::size_t>(role)]; }

std::string_view word_of(wire::Facet facet) { return facets[static_cast<std::size_t>(facet)]; }

std::string_view word_of(wire::ShareLevel level) { return levels[static_cast<std::size_t>(level)]; }

std::string standing_word(const Relationship& one) {
  return std::string(one.lawful == Lawful::None ? word_of(one.role) : by_law[static_cast<std::size_t>(one.lawful)]);
}

}  // namespace alongside::server
