// Relationships: how a person stands to a child, since when and how far, as the council recorded it.
// Read by Access for every question; written by standing_changes.hpp alone.
#pragma once

#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/id_column.hpp"
#include "app/wire/messages/facet.hpp"
#include "app/wire/messages/operation.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::server {

class Database;

enum class Responsibility : std::uint8_t { None, Parental };
enum class Restriction : std::uint8_t { None, Protective };

// Which facets somebody may be shown at all, whoever shares them: a bit each.
using FacetSet = std::uint32_t;
constexpr FacetSet bit_of(wire::Facet facet) { return FacetSet{1} << static_cast<unsigned>(facet); }
inline constexpr FacetSet every_facet = (FacetSet{1} << wire::facet_count) - 1;

struct Relationship {
  wire::Subject child;
  PersonId person;
  wire::FamilyRole role = wire::FamilyRole::Helper;
  Responsibility responsibility = Responsibility::None;
  FacetSet scope = every_facet;
  Date from;
  Date until = last_date;  // the last day on which it holds
  Restriction restriction = Restriction::None;

  bool holds_on(Date day) const { return from <= day && day <= until; }
};

Result<std::optional<Relationship>> find_relationship(Database& database, const wire::Subject& child, PersonId person);

// FROM and WHERE of a SELECT over `share`: those that were made and hold on day ?1, because the share itself and both
// people's relationships hold then and the viewer's scope has the facet. This is what an owner is told of their own
// shares: nobody learns from theirs that somebody is restricted.
inline constexpr std::string_view made_shares =
    "FROM share"
    " JOIN relationship AS sees ON sees.household = share.household AND sees.child = share.subject"
    "  AND sees.person = share.viewer"
    " JOIN relationship AS shows ON shows.household = share.household AND shows.child = share.subject"
    "  AND shows.person = share.owner"
    " WHERE ?1 BETWEEN share.from_day AND share.until_day"
    " AND ?1 BETWEEN sees.from_day AND sees.until_day"
    " AND (sees.scope >> CAST(share.facet AS INTEGER)) & 1 = 1"
    " AND ?1 BETWEEN shows.from_day AND shows.until_day";

// Those of them that count: by which something reaches their viewer. The one place where a restriction works. It
// takes nothing else from whoever is restricted, so that it cannot be told from others having shared nothing.
std::string standing_shares();

}  // namespace alongside::server
