// ChangeStory: one survey answered by the council: what we asked, what you said, what we did or could not do.
// Written by the council in a file (`council-api survey answer`), served with the counts of the newest release,
// shown to families and young people.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/schema.hpp"
#include "plugins/feedback/model/released_table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

enum class ChangeOutcome : std::uint8_t { Done, Doing, CouldNot };
constexpr bool is_known(ChangeOutcome outcome) { return outcome <= ChangeOutcome::CouldNot; }
constexpr std::string_view name_of(ChangeOutcome outcome) {
  constexpr std::string_view names[] = {"done", "doing", "could_not"};
  return names[static_cast<unsigned>(outcome)];
}

struct ConcernedService {
  std::string id;
  std::string name;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(name));
  }
};

struct ChangeStep {
  wire::Bilingual said;
  wire::Bilingual did;  // of CouldNot: why not
  wire::Bilingual said_easily;
  wire::Bilingual did_easily;
  ChangeOutcome outcome = ChangeOutcome::Doing;
  wire::Bilingual owner;  // who does it: a team, not a name
  Date by;                // when it was or will be done
  std::vector<ConcernedService> services;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(said), CEREAL_NVP(did), CEREAL_NVP(said_easily), CEREAL_NVP(did_easily), CEREAL_NVP(outcome),
            CEREAL_NVP(owner), CEREAL_NVP(by), CEREAL_NVP(services), tail);
  }
};

struct ChangeStory {
  static constexpr wire::SchemaId schema{323, 1};
  std::string survey;
  wire::Bilingual title;
  wire::Bilingual asked;
  Date day;                  // on which the council answered, or else of the newest release
  std::uint32_t people = 0;  // of the newest release; 0: nothing is released yet
  std::vector<ReleasedTable> tables;
  std::vector<ChangeStep> steps;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(survey), CEREAL_NVP(title), CEREAL_NVP(asked), CEREAL_NVP(day), CEREAL_NVP(people),
            CEREAL_NVP(tables), CEREAL_NVP(steps), tail);
  }
};

// GET /api/feedback/changes, newest first.
struct ChangeList {
  static constexpr wire::SchemaId schema{322, 1};
  std::vector<ChangeStory> stories;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(stories), tail);
  }
};

}  // namespace alongside::feedback
