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
// By what somebody stands by a grown-up, as the council has seen it written: a court's order, a power of attorney, the
// one for their benefits, or who speaks for them where they cannot decide (Children and Families Act 2014, section 80).
// Or by a child or a grown-up by their post, a social worker or a teacher: for at most a year, and only to see.
enum class Lawful : std::uint8_t { None, Deputy, Attorney, Appointee, Representative, Professional };

inline constexpr std::int32_t grown_up_years = 18;
inline constexpr std::int32_t longest_post_days = 366;

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
  Lawful lawful = Lawful::None;
  Date grown = last_date;  // the day on which the child is grown up; as the child's record has it, and not written here

  bool holds_on(Date day) const { return from <= day && day <= until; }
  // Parental responsibility ends at 18 (Children Act 1989), and with it what rested on it; ends_at_18() in SQL.
  bool ends_by_age() const {
    const bool rests_on_it = role == wire::FamilyRole::Parent ||
                             (role == wire::FamilyRole::Carer && responsibility == Responsibility::Parental);
    return rests_on_it && lawful == Lawful::None;
  }
  bool is_over_by_age(Date day) const { return ends_by_age() && grown <= day; }
};

Result<std::optional<Relationship>> find_relationship(Database& database, const wire::Subject& child, PersonId person);

// FROM and WHERE of a SELECT over `share`: those that were ever made, also to show nothing, between people whose
// relationships hold on day ?1, with a facet that is in the viewer's scope. Once the child is grown up, whoever stood
// by parental responsibility has what the grown-up shares with them and may share with the grown-up, and nothing else.
std::string shares_ever_made();

// Those of them that hold on that day themselves. This is what an owner is told of their own shares: nobody learns from
// theirs that somebody is restricted.
std::string made_shares();

// Those of them that count: by which something reaches their viewer. The one place where a restriction works. It
// takes nothing else from whoever is restricted, so that it cannot be told from others having shared nothing.
std::string standing_shares();
// The level of one of these: whoever stands by their post sees, whatever its owner chose.
std::string shared_level();

// Whether somebody's relationship rests on parental responsibility alone: a condition on this name of `relationship`.
std::string ends_at_18(std::string_view relationship);
// Whether the grown-up lets them see anything on that day: by it they stand by them, as a helper does.
Result<bool> is_let_in(Database& database, const wire::Subject& child, PersonId person, Date day);

}  // namespace alongside::server
