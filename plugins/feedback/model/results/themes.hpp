// Themes: what a council's people read out of what was written in words, coded by hand: response by response.
// Read from a file by `council-api survey themes`; counted by count_answers().
#pragma once

#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "plugins/feedback/model/response.hpp"

#include <map>
#include <string>
#include <vector>

namespace alongside::feedback {

struct Theme {
  std::string key;
  wire::Bilingual name;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(key), CEREAL_NVP(name));
  }
};

struct Themes {
  static constexpr wire::SchemaId schema{321, 1};
  std::vector<Theme> themes;
  std::map<std::string, std::vector<std::string>> coded;  // of each response, by its id: keys of themes
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(themes), CEREAL_NVP(coded), tail);
  }
};

}  // namespace alongside::feedback
