// unpleasant_json(): JSON that is as much work as its bytes can be, by name. Used by unit/decoders and the bench.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::testing {

// `begin`, as many `part` as fit, `end`.
inline std::string repeated(std::string_view begin, std::string_view part, std::string_view end, std::size_t bytes) {
  std::string text(begin);
  text.reserve(bytes + part.size() + end.size());
  while (text.size() + part.size() + end.size() <= bytes) text += part;
  return text.append(end);
}

// One object with as many short names as fit.
inline std::string many_names(std::size_t bytes) {
  std::string text = "{";
  for (std::size_t name = 0; text.size() + 20 < bytes; ++name) text += "\"" + std::to_string(name) + "\":0,";
  return text + "\"\":0}";
}

inline std::vector<std::pair<std::string_view, std::string>> unpleasant_json(std::size_t bytes) {
  std::string deep;
  for (int level = 0; level < 30; ++level) deep += "[0,";
  return {{"noughts", repeated("[", "0,", "0]", bytes)},
          {"empty lists", repeated("[", "[],", "[]]", bytes)},
          {"empty objects", repeated("[", "{},", "{}]", bytes)},
          {"lists of one", repeated("[", "[0],", "0]", bytes)},
          {"objects of one", repeated("[", "{\"\":0},", "0]", bytes)},
          {"places", repeated("[", "[-2.9,52.9],", "0]", bytes)},
          {"words", repeated("[", "\"\",", "0]", bytes)},
          {"words just too long", repeated("[", "\"sixteen letters.\",", "0]", bytes)},
          {"many names", many_names(bytes)},
          {"one long word", repeated("\"", "x", "\"", bytes)},
          {"escapes", repeated("\"", "\\u0041", "\"", bytes)},
          {"spaces", repeated("[", " ", "]", bytes)},
          {"open lists", std::string(bytes, '[')},
          {"deep, and wide at the bottom", repeated(deep, "0.25,", "0", bytes)},
          {"a long number", repeated("", "7", "7", bytes)},
          {"records", repeated("[", "{\"id\":1,\"name\":\"Saturday Stars\"},", "0]", bytes)}};
}

}  // namespace alongside::testing
