// Facet: what kind of thing a record is, for deciding who may see it. A record belongs to one adult
// (its owner) and shows to another only when the owner shares that facet of that child with them.
// Nothing is shared by itself. Used by every synchronised document and by the access rules.
#pragma once

#include <cstddef>
#include <cstdint>

namespace alongside::wire {

enum class Facet : std::uint8_t {
  Own,        // never shared: notices, preferences, a person's own answers
  Money,      // agreements, the ledger
  Plan,       // what is planned
  Visits,     // what a child did and how it was, as told by name
  Files,      // letters and reports; a receipt goes with its payment
  CareNotes,  // what helps the child
  School,
  Address,  // where the owner lives
  Phone,
  Email,
  Workers,  // who comes to help at the owner's
  Diary,    // appointments and their places
};
inline constexpr std::size_t facet_count = 12;
constexpr bool is_known(Facet facet) { return static_cast<std::size_t>(facet) < facet_count; }

// What a share gives.
enum class ShareLevel : std::uint8_t { None, See, Change };
constexpr bool is_known(ShareLevel level) { return level <= ShareLevel::Change; }

}  // namespace alongside::wire
