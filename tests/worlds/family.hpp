// Who is in a world: two adults, A with a secret and B from whom it is kept, a helper C, one or two
// children whom they share and one of A's alone. Ids are made from names, so that two runs agree.
#pragma once

#include "app/server/family/family_file.hpp"
#include "app/wire/messages/facet.hpp"
#include "tests/unit/server/sync_server.hpp"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace alongside::worlds {

enum class Who : std::uint8_t { A, B, C };
inline constexpr std::size_t people = 3;
inline constexpr unsigned children = 2;     // whom A and B share; a world may use the first alone
inline constexpr unsigned other_child = 2;  // A's alone
inline constexpr unsigned slots = 2;        // records of one owner, child and facet

// Numbers from a seed, for making worlds.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : chance_(seed) {}
  unsigned below(unsigned limit) { return static_cast<unsigned>(chance_.next() % limit); }
  bool one_in(unsigned limit) { return below(limit) == 0; }
  template <class T>
  T any(const std::vector<T>& of) {
    return of[below(static_cast<unsigned>(of.size()))];
  }

 private:
  server::TestChance chance_;
};

std::uint64_t mixed(std::uint64_t a, std::uint64_t b);

PersonId person_id(Who who);
HouseholdId household_id();
wire::Subject child_subject(unsigned child);
wire::Subject own_subject(Who who);
DeviceId device_id(Who who, unsigned device);
DocumentId fact_id(Who owner, unsigned child, wire::Facet facet);
DocumentId record_id(Who owner, unsigned child, wire::Facet facet, unsigned slot);
DocumentId preference_id(Who owner, unsigned slot);
DocumentId answers_id(Who owner, unsigned slot);
DocumentId note_id(Who owner, unsigned child, unsigned slot);

// How the council has it that somebody stands to a child, and what it may do to that on any day.
struct Standing {
  Date from = first_date;
  Date until = last_date;
  server::Restriction restriction = server::Restriction::None;
};
enum class Stand : std::uint8_t { Fully, Restricted, Ended, EndsToday, BeginsTomorrow, BeginsMuchLater };
Standing standing_of(Stand stand, Date today);

using Standings = std::map<std::pair<Who, unsigned>, Standing>;
Standings usual_standings();
server::FamilyFile family_file(Date today, const Standings& standings = usual_standings());

}  // namespace alongside::worlds
