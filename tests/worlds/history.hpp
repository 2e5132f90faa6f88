// History: what people do in a world, one event after another, made from a seed. Each event has a
// key of its own for the council's chance, so that one event more changes no id of another's.
#pragma once

#include "app/wire/messages/facet.hpp"
#include "tests/worlds/family.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::worlds {

enum class Do : std::uint8_t {
  Fact,        // writes or changes a fact of `owner`
  Record,      // the same with a record
  Remove,      // a record
  BadRecord,   // refused after it was written
  Share,       // with `other`
  Preference,  // their own
  Answers,     // to a survey, by name
  Letter,      // answers without a name
  VisitNote,
  Notice,      // from the council
  Stand,       // the council records how `who` stands to the child from now on
  Unshare,     // everybody leaves off sharing what is about the child with `who`
  ShareAgain,  // and takes it up again as it was
  ReadNotices,
  Spoilt,  // bytes that are no payload
  Guess,   // at ids of A's
  Look,    // fetches everything
};

inline constexpr std::int64_t day_ms = 86'400'000;
inline constexpr std::uint64_t secret_key = 100'000;  // keys from here on are of the secret's own events

struct Event {
  std::uint64_t key = 0;
  std::int64_t at_ms = 0;  // since the world's first moment
  Who who = Who::A;
  Do what = Do::Look;
  unsigned device = 0;
  unsigned child = 0;
  unsigned slot = 0;
  wire::Facet facet = wire::Facet::CareNotes;
  Who owner = Who::A;
  Who other = Who::B;
  wire::ShareLevel level = wire::ShareLevel::None;
  Stand stand = Stand::Fully;
  bool late = false;  // by a version that is not the newest
  std::string text;
};

struct History {
  std::vector<wire::Facet> open;    // what A shares with B; five or more
  std::vector<wire::Facet> closed;  // what A never shares with B
  std::vector<Event> events;        // in order of time
  std::int64_t end_ms = 0;          // after all of them, with or without the secret's
};

// `kept` stays closed.
History make_history(Dice& dice, wire::Facet kept);
void add(std::vector<Event>& events, Event event);  // at its time

}  // namespace alongside::worlds
