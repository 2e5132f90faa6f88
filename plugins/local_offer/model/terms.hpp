// The few vocabularies that Alongside understands by meaning: tier, the way in, status, and the
// sets of weekdays and seasons. Read by search, pages and the importer. Every other term of a
// feed stays a plain word in a list.
#pragma once

#include "app/base/date.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside::local_offer {

enum class Tier : std::uint8_t { Unknown, Universal, Targeted, Specialist };
constexpr bool is_known(Tier tier) { return tier <= Tier::Specialist; }

enum class WayIn : std::uint8_t { Unknown, TurnUp, Book, Referral, Assessment };
constexpr bool is_known(WayIn way) { return way <= WayIn::Assessment; }

enum class Status : std::uint8_t { Active, Inactive, Defunct, TemporarilyClosed };
constexpr bool is_known(Status status) { return status <= Status::TemporarilyClosed; }

// Whether there is room for one more, when the service said so last.
enum class Space : std::uint8_t { Unknown, PlacesAvailable, WaitingList, Full };
constexpr bool is_known(Space space) { return space <= Space::Full; }

// Bits of a set of weekdays, Monday first.
constexpr std::uint8_t day_bit(Weekday day) { return static_cast<std::uint8_t>(1u << static_cast<unsigned>(day)); }
inline constexpr std::uint8_t weekend_days = day_bit(Weekday::Saturday) | day_bit(Weekday::Sunday);

// Bits of a set of seasons; a service that runs all year has both.
inline constexpr std::uint8_t term_time = 1;
inline constexpr std::uint8_t school_holidays = 2;
inline constexpr std::uint8_t all_year = term_time | school_holidays;

// Bits of a set of parts of the day.
inline constexpr std::uint8_t morning = 1, afternoon = 2, evening = 4, overnight = 8;
inline constexpr std::uint8_t whole_day = morning | afternoon | evening | overnight;

// The words feeds use, in any case: "Targeted", "turn up".
bool same_term(std::string_view a, std::string_view b);  // ASCII letters compare without case
Tier tier_named(std::string_view term);
WayIn way_in_named(std::string_view term);
std::uint8_t season_named(std::string_view term);  // 0: not a season we know
Space space_named(std::string_view term);
std::optional<Status> status_named(std::string_view word);
std::string_view name_of(Tier tier);
std::string_view name_of(WayIn way);
std::string_view name_of(Space space);
std::string_view name_of(Status status);

}  // namespace alongside::local_offer
