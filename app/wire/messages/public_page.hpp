// PublicPage: one of the pages a council must or should have for everybody to read, such as its
// accessibility statement and its privacy notices. Made by the server from the council's own files
// (app/server/public_pages); shown by the shell (app/client/public_page).
#pragma once

#include "app/base/date.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <string>
#include <vector>

namespace alongside::wire {

struct PublicSection {
  Bilingual heading;
  std::vector<Bilingual> paragraphs;
  std::vector<Bilingual> points;  // a list, after the paragraphs
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(heading), CEREAL_NVP(paragraphs), CEREAL_NVP(points), tail);
  }
};

struct PublicPage {
  static constexpr SchemaId schema{5, 1};

  std::string id;  // "accessibility"
  Bilingual title;
  Bilingual lead;
  Date updated;  // when somebody last read it through
  std::vector<PublicSection> sections;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(title), CEREAL_NVP(lead), CEREAL_NVP(updated), CEREAL_NVP(sections), tail);
  }
};

}  // namespace alongside::wire
