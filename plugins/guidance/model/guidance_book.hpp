// GuidanceBook: what a family may ask for by law, how, by when they hear, and who stands beside them; and the way to
// being an adult, step by step. GET /api/guidance. Made by the server from the plugin's content of the council's nation
// with the council's own file laid over it; every sentence that states a fact names its source.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::guidance {

// In both languages, and easy to read where somebody has written that; else those two are empty.
struct Sentence {
  wire::Bilingual usual;
  wire::Bilingual easy;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(usual), CEREAL_NVP(easy));
  }
};

// Services to look for beside a sentence: "Find travel training".
struct Search {
  wire::Bilingual name;  // empty: there is nothing to look for
  std::string words;     // as they are typed into the search
  std::string head;      // a part of the law's local offer: "adulthood"; may be empty
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(words), CEREAL_NVP(head));
  }
};

struct Fact {
  Sentence words;
  std::string source;  // an id; empty: advice of ours, which states nothing
  Search search;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(words), CEREAL_NVP(source), CEREAL_NVP(search));
  }
};

// The order in which a page tells them. The second half are those of growing up.
enum class PartKind : std::uint8_t {
  Who,
  How,
  Limits,
  Next,
  Beside,
  Deciding,
  Work,
  Home,
  Friends,
  Health,
  Money,
};
inline constexpr std::size_t part_count = 11;
constexpr bool is_known(PartKind kind) { return static_cast<std::size_t>(kind) < part_count; }
constexpr std::string_view name_of(PartKind kind) {
  constexpr std::string_view names[part_count] = {"who",  "how",  "limits",  "next",   "beside", "deciding",
                                                  "work", "home", "friends", "health", "money"};
  return names[static_cast<unsigned>(kind)];
}

struct Part {
  PartKind kind = PartKind::Who;
  std::vector<Fact> facts;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(facts));
  }
};

// One short page: something to ask for, or one step of growing up.
struct Topic {
  std::string id;  // in its address
  Sentence title;
  Sentence what;
  std::vector<Part> parts;
  wire::Bilingual subject;  // of the letter; empty when there is none
  wire::Bilingual letter;   // to copy or to send; lines end in \n
  std::string clock;        // an id; empty: nothing has to be waited for
  std::string helper;       // to whom it goes; an id, may be empty
  std::uint8_t age = 0;     // of a step of growing up
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(title), CEREAL_NVP(what), CEREAL_NVP(parts), CEREAL_NVP(subject),
            CEREAL_NVP(letter), CEREAL_NVP(clock), CEREAL_NVP(helper), CEREAL_NVP(age));
  }
};

enum class TimeUnit : std::uint8_t { Days, WorkingDays, SchoolDays, Weeks, Months };
constexpr bool is_known(TimeUnit unit) { return unit <= TimeUnit::Months; }

struct Step {
  Sentence words;  // what is due then
  std::uint16_t count = 0;
  TimeUnit unit = TimeUnit::Weeks;
  std::string source;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(words), CEREAL_NVP(count), CEREAL_NVP(unit), CEREAL_NVP(source));
  }
};

// What the law counts from one day on.
struct Clock {
  std::string id;
  Sentence title;            // "You asked for an EHC needs assessment"
  Sentence from;             // which day counts: "The day on which the council had your letter"
  std::vector<Step> steps;   // the first first
  std::vector<Fact> unless;  // when it may take longer
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(title), CEREAL_NVP(from), CEREAL_NVP(steps), CEREAL_NVP(unless));
  }
};

// Somebody outside of this app whom a family may turn to.
struct Helper {
  std::string id;
  Sentence what;
  wire::Contact contact;
  std::string web;  // https only
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(what), CEREAL_NVP(contact), CEREAL_NVP(web));
  }
};

enum class Checked : std::uint8_t {
  No,
  Yes
};  // No: nobody has seen it at the source; a screen says with whom to check
constexpr bool is_known(Checked checked) { return checked <= Checked::Yes; }

struct Source {
  std::string id;
  wire::Bilingual name;
  std::string web;  // https only; may be empty
  Date seen;
  Checked checked = Checked::No;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(name), CEREAL_NVP(web), CEREAL_NVP(seen), CEREAL_NVP(checked));
  }
};

struct GuidanceBook {
  static constexpr wire::SchemaId schema{700, 1};

  std::vector<Topic> topics;  // of rights, in the order in which they are listed
  std::vector<Topic> steps;   // of growing up, the youngest first
  std::vector<Clock> clocks;
  std::vector<Helper> helpers;
  std::vector<Source> sources;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(topics), CEREAL_NVP(steps), CEREAL_NVP(clocks), CEREAL_NVP(helpers), CEREAL_NVP(sources), tail);
  }
};

// Whose advice is free and on the family's side; with whom to check what nobody has seen at its source.
inline constexpr std::string_view advice_helper = "advice";
// Where a family goes whose day has passed.
inline constexpr std::string_view complaints_topic = "complaints";

// The one of that id, or null.
template <class T>
const T* find_by_id(const std::vector<T>& all, std::string_view id) {
  for (const T& one : all) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

}  // namespace alongside::guidance
