// Relation: how an actor stands to a subject today, as the family tables say. The columns of the
// access table. A protective restriction is none of them: whoever is restricted
// stands to the child as before, and others' shares do not reach them (standing_shares()).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace alongside::server {

enum class Relation : std::uint8_t {
  Stranger,  // nobody is signed in
  Other,     // signed in, and nothing to this subject (or nothing any more, or not yet)
  Self,      // the subject is the actor
  Parent,
  Carer,
  Helper,       // also who was a parent of somebody grown up, who lets them see something
  YoungPerson,  // the child themselves
};
inline constexpr std::size_t relation_count = 7;

constexpr std::string_view name_of(Relation relation) {
  constexpr std::string_view names[] = {"stranger", "other", "self", "parent", "carer", "helper", "young person"};
  return names[static_cast<unsigned>(relation)];
}

}  // namespace alongside::server
