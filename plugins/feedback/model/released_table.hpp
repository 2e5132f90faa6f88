// ReleasedTable: one published table of counts, with nothing in it that could tell of few people. Frozen in a
// Release; shown by the page of what changed and by the report.
#pragma once

#include "app/wire/messages/council.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::feedback {

struct ReleasedRow {
  wire::Bilingual label;  // of several answers that are only shown together: all of them
  std::uint32_t count = 0;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(label), CEREAL_NVP(count));
  }
};

struct ReleasedTable {
  std::string key;  // of the column: the same in all releases, so that they can be put side by side
  wire::Bilingual title;
  wire::Bilingual note;  // the mean, what is only shown together, what was reworded; or empty
  std::vector<ReleasedRow> rows;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(key), CEREAL_NVP(title), CEREAL_NVP(note), CEREAL_NVP(rows), tail);
  }
};

}  // namespace alongside::feedback
