// Release: what a council published of a survey's answers, frozen and numbered. It counts people whom no other
// release counts. Made by make_release(); kept by the ReleaseShelf; nothing else of the answers leaves the council.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/schema.hpp"
#include "plugins/feedback/model/released_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::feedback {

struct ReleasedCross {
  wire::Bilingual rows_title;
  wire::Bilingual columns_title;
  std::vector<wire::Bilingual> rows;
  std::vector<wire::Bilingual> columns;
  std::vector<std::uint32_t> counts;  // row by row; 0: hidden (a count of nought is never published)
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(rows_title), CEREAL_NVP(columns_title), CEREAL_NVP(rows), CEREAL_NVP(columns),
            CEREAL_NVP(counts), tail);
  }
};

// What somebody wrote, as an officer let it pass.
struct ReleasedWords {
  wire::Bilingual question;
  std::string words;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(question), CEREAL_NVP(words));
  }
};

struct Release {
  static constexpr wire::SchemaId schema{320, 1};
  std::uint32_t number = 0;
  Date day;
  std::uint32_t people = 0;
  std::vector<std::uint32_t> versions;  // of the survey's questions, whose answers are counted together
  std::vector<ReleasedTable> tables;
  std::vector<ReleasedCross> crosses;
  std::vector<ReleasedWords> words;
  std::vector<wire::Bilingual> hidden;  // the titles of which nothing could be shown
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(number), CEREAL_NVP(day), CEREAL_NVP(people), CEREAL_NVP(versions), CEREAL_NVP(tables),
            CEREAL_NVP(crosses), CEREAL_NVP(words), CEREAL_NVP(hidden), tail);
  }
};

}  // namespace alongside::feedback
