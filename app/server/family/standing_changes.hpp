// How somebody stands to a child, as it is written: by the import of a family and by the verbs of StandingDesk, each
// inside its own transaction. Also what is open between whom by it, and why an officer changed it.
#pragma once

#include "app/server/family/relationships.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::server {

// Changes a row only when something in it differs. Whoever calls it asks Documents::reconsider() for those who may see
// more or less now.
Result<void> put_relationship(Database& database, const Relationship& one);

// What one lets another see or change of what they own about a child.
struct OpenShare {
  PersonId viewer;
  PersonId owner;
  wire::Facet facet = wire::Facet::Own;
  wire::ShareLevel level = wire::ShareLevel::None;
  Date until = last_date;
  auto operator<=>(const OpenShare&) const = default;
};
// In order.
Result<std::vector<OpenShare>> open_shares(Database& database, const wire::Subject& child, Date day);

// Everybody who stands by the child on that day, whoever is restricted included.
Result<std::vector<Relationship>> who_stands_by(Database& database, const wire::Subject& child, Date day);

enum class StandingChange : std::uint8_t { Restricted, Lifted, Recorded };
struct StandingNote {
  StandingChange change = StandingChange::Recorded;
  std::int64_t at_ms = 0;
  std::string officer;
  std::string reason;
};
Result<void> note_standing(Database& database, const Relationship& one, const StandingNote& note);

}  // namespace alongside::server
