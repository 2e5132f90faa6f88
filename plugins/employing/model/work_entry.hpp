// WorkEntry: time that a worker worked, was on paid holiday or was sick, on one day. A document of facet Workers; never
// changed: what was wrong is replaced by another entry that says why. Confirmation: what the worker said to a list of
// entries, in their own words when something is wrong. Made by model/changes.hpp.
#pragma once

#include "app/base/date.hpp"
#include "app/base/ids.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::employing {

enum class EntryKind : std::uint8_t { Worked, Holiday, Sick };
constexpr bool is_known(EntryKind kind) { return kind <= EntryKind::Sick; }
constexpr std::string_view name_of(EntryKind kind) {
  constexpr std::string_view names[] = {"worked", "holiday", "sick"};
  return names[static_cast<unsigned>(kind)];
}
EntryKind entry_kind_named(std::string_view name);  // Worked for a name that nobody knows

struct WorkEntry {
  static constexpr wire::SchemaId schema{502, 1};
  static constexpr std::uint16_t most_minutes = 24 * 60;
  static constexpr std::uint16_t most_miles = 1000;
  static constexpr std::size_t most_line = 400;  // bytes

  DocumentId worker;
  Date day;
  EntryKind kind = EntryKind::Worked;
  std::uint16_t minutes = 0;
  std::uint16_t miles = 0;
  std::string note;
  DocumentId replaces;  // nil: it is the first
  std::string reason;   // why it replaces another
  PersonId recorded_by;
  std::int64_t recorded_at_ms = 0;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(worker), CEREAL_NVP(day), CEREAL_NVP(kind), CEREAL_NVP(minutes), CEREAL_NVP(miles),
            CEREAL_NVP(note), CEREAL_NVP(replaces), CEREAL_NVP(reason), CEREAL_NVP(recorded_by),
            CEREAL_NVP(recorded_at_ms), tail);
  }
};

enum class WorkerSays : std::uint8_t { Right, Wrong };
constexpr bool is_known(WorkerSays says) { return says <= WorkerSays::Wrong; }

struct Confirmation {
  static constexpr wire::SchemaId schema{503, 1};
  static constexpr std::size_t most_entries = 100;

  DocumentId worker;
  std::vector<DocumentId> entries;
  WorkerSays says = WorkerSays::Right;
  std::string words;  // what is wrong
  Date day;
  PersonId shown_by;  // whose phone it was
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(worker), CEREAL_NVP(entries), CEREAL_NVP(says), CEREAL_NVP(words), CEREAL_NVP(day),
            CEREAL_NVP(shown_by), tail);
  }
};

}  // namespace alongside::employing
