// The survey that asks everything that can be asked (tests/fixtures/surveys), and answers to it; for the tests of
// answering.
#pragma once

#include "app/server/json_reader.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/model/definition.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace alongside::testing {

inline std::string every_type() {
  std::ifstream in(std::string(FIXTURES) + "/surveys/every_kind.json");
  return {std::istreambuf_iterator<char>(in), {}};
}

inline feedback::Definition every_definition() {
  const auto json = server::read_json(every_type());
  REQUIRE(json.ok());
  auto definition = feedback::read_definition(json.value());
  CAPTURE((definition.ok() ? "" : definition.error().detail));
  REQUIRE(definition.ok());
  return std::move(definition).value();
}

inline feedback::Value json_answer(const std::string& json) {
  return feedback::value_of_json(server::read_json(json).value());
}

inline feedback::Answers every_answer() {
  feedback::Answers answers;
  const std::pair<const char*, const char*> given[] = {{"first", "\"Sam\""},
                                                       {"age", "9"},
                                                       {"mail", "\"sam@example.org\""},
                                                       {"day", "\"2026-11-22\""},
                                                       {"bags", R"({"big": "one", "small": 2})"},
                                                       {"best", "\"other\""},
                                                       {"best-Comment", "\"Judo\""},
                                                       {"also", R"(["swim", "art"])"},
                                                       {"town", "\"Northmere\""},
                                                       {"times", R"(["evening"])"},
                                                       {"happy", "4"},
                                                       {"stars", "3"},
                                                       {"again", "false"},
                                                       {"which", "\"pool\""},
                                                       {"order", R"(["b", "a", "c"])"},
                                                       {"far", "15"},
                                                       {"how", R"({"lunch": "good", "bus": "bad"})"},
                                                       {"use", R"({"bus": {"often": "daily"}})"},
                                                       {"kids", R"([{"name": "Alex"}])"},
                                                       {"inner", "\"Yes\""},
                                                       {"visits", R"([{"place": "Park", "why": "Fun"}])"}};
  for (const auto& [name, json] : given) answers.emplace(name, json_answer(json));
  return answers;
}

}  // namespace alongside::testing
