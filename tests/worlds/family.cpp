#include "tests/worlds/family.hpp"

#include <string>

namespace alongside::worlds {

namespace {

constexpr std::uint64_t name_seed = 0x616c6f6e67;

template <class Id>
Id id_of(std::uint64_t kind, std::uint64_t number) {
  server::TestChance chance(mixed(name_seed + kind, number));
  return random_id<Id>(chance);
}

std::uint64_t place(Who owner, unsigned child, wire::Facet facet, unsigned slot) {
  return ((static_cast<std::uint64_t>(owner) * 8 + child) * 16 + static_cast<std::uint64_t>(facet)) * 8 + slot;
}

server::Relationship stands_by(Who who, unsigned child, const Standing& standing) {
  server::Relationship relationship;
  relationship.child = child_subject(child);
  relationship.person = person_id(who);
  relationship.role = who == Who::C ? wire::FamilyRole::Helper : wire::FamilyRole::Parent;
  relationship.responsibility = server::Responsibility::Parental;
  relationship.from = standing.from;
  relationship.until = standing.until;
  relationship.restriction = standing.restriction;
  return relationship;
}

}  // namespace

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  server::TestChance chance(a);
  return chance.next() ^ (b * 0x9E3779B97F4A7C15);
}

PersonId person_id(Who who) { return id_of<PersonId>(1, static_cast<std::uint64_t>(who)); }
HouseholdId household_id() { return id_of<HouseholdId>(2, 0); }
wire::Subject child_subject(unsigned child) { return {household_id(), id_of<SubjectId>(3, child)}; }
wire::Subject own_subject(Who who) { return {household_id(), SubjectId(person_id(who).bytes())}; }
DeviceId device_id(Who who, unsigned device) {
  return id_of<DeviceId>(4, static_cast<std::uint64_t>(who) * 100 + device);
}
DocumentId fact_id(Who owner, unsigned child, wire::Facet facet) {
  return id_of<DocumentId>(5, place(owner, child, facet, 0));
}
DocumentId record_id(Who owner, unsigned child, wire::Facet facet, unsigned slot) {
  return id_of<DocumentId>(6, place(owner, child, facet, slot));
}
DocumentId preference_id(Who owner, unsigned slot) {
  return id_of<DocumentId>(7, place(owner, 0, wire::Facet::Own, slot));
}

DocumentId answers_id(Who owner, unsigned slot) {
  return id_of<DocumentId>(8, place(owner, 0, wire::Facet::Own, slot));
}
DocumentId note_id(Who owner, unsigned child, unsigned slot) {
  return id_of<DocumentId>(9, place(owner, child, wire::Facet::Visits, slot));
}

Standing standing_of(Stand stand, Date today) {
  constexpr std::int32_t much_later = 100;
  const auto day = [&](std::int32_t after) { return Date(today.days() + after); };
  switch (stand) {
    case Stand::Fully: break;
    case Stand::Restricted: return {first_date, last_date, server::Restriction::Protective};
    case Stand::Ended: return {first_date, day(-1)};
    case Stand::EndsToday: return {first_date, today};
    case Stand::BeginsTomorrow: return {day(1), last_date};
    case Stand::BeginsMuchLater: return {day(much_later), last_date};
  }
  return {};
}

Standings usual_standings() {
  Standings standings;
  for (unsigned child = 0; child < children; ++child) {
    for (const Who who : {Who::A, Who::B, Who::C}) standings[{who, child}] = {};
  }
  standings[{Who::A, other_child}] = {};
  return standings;
}

server::FamilyFile family_file(Date today, const Standings& standings) {
  server::FamilyFile file;
  file.households.push_back({household_id(), server::DemoFamily::Yes});
  for (unsigned who = 0; who < people; ++who) {
    const char letter = static_cast<char>('A' + who);
    file.people.push_back({household_id(), person_id(Who(who)), std::string("Adult ") + letter,
                           std::string(1, letter) + "@family.example", server::MailWish::English});
  }
  for (unsigned child = 0; child <= other_child; ++child) {
    file.children.push_back({child_subject(child), "Child " + std::to_string(child), Date(today.days() - 4000)});
  }
  for (const auto& [of, standing] : standings) file.relationships.push_back(stands_by(of.first, of.second, standing));
  return file;
}

}  // namespace alongside::worlds
