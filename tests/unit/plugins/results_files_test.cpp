// What leaves for other programs, and what lint says of a definition.
#include "app/server/json_reader.hpp"
#include "plugins/feedback/api/results/response_rows.hpp"
#include "plugins/feedback/api/results/sav_file_readstat.hpp"
#include "plugins/feedback/api/results/survey_lint.hpp"
#include "tests/unit/plugins/results_sample.hpp"

#include <readstat.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

using namespace alongside;
using namespace alongside::feedback;
using namespace alongside::testing;

namespace {

// An SPSS file as ReadStat reads it back.
struct ReadSav {
  std::vector<std::string> names, labels;
  std::map<std::string, std::map<double, std::string>> value_labels;
  std::vector<std::string> label_sets;
  std::vector<std::vector<std::string>> rows;
};

int on_variable(int, readstat_variable_t* variable, const char* set, void* context) {
  auto& read = *static_cast<ReadSav*>(context);
  read.names.emplace_back(readstat_variable_get_name(variable));
  read.labels.emplace_back(readstat_variable_get_label(variable));
  read.label_sets.emplace_back(set == nullptr ? "" : set);
  return READSTAT_HANDLER_OK;
}

int on_value(int row, readstat_variable_t* variable, readstat_value_t value, void* context) {
  auto& read = *static_cast<ReadSav*>(context);
  if (read.rows.size() <= static_cast<std::size_t>(row)) read.rows.resize(static_cast<std::size_t>(row) + 1);
  std::string text;
  if (readstat_value_type(value) == READSTAT_TYPE_STRING) {
    const char* words = readstat_string_value(value);
    text = words == nullptr ? "" : words;
  } else {
    text =
        readstat_value_is_system_missing(value) ? "missing" : std::to_string(std::lround(readstat_double_value(value)));
  }
  (void)variable;
  read.rows[static_cast<std::size_t>(row)].push_back(text);
  return READSTAT_HANDLER_OK;
}

int on_label(const char* set, readstat_value_t value, const char* label, void* context) {
  static_cast<ReadSav*>(context)->value_labels[set][readstat_double_value(value)] = label;
  return READSTAT_HANDLER_OK;
}

ReadSav read_sav(const std::string& path) {
  ReadSav read;
  readstat_parser_t* parser = readstat_parser_init();
  readstat_set_variable_handler(parser, on_variable);
  readstat_set_value_handler(parser, on_value);
  readstat_set_value_label_handler(parser, on_label);
  CHECK(readstat_parse_sav(parser, path.c_str(), &read) == READSTAT_OK);
  readstat_parser_free(parser);
  return read;
}

std::vector<std::string> lint_of(const std::string& json) { return survey_lint(server::read_json(json).value()); }

bool has_note(const std::vector<std::string>& notes, const std::string& part) {
  return std::ranges::any_of(notes, [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("V1.3.3: a spreadsheet runs nothing that somebody wrote, and reads every cell as it was written") {
  ResultsCouncil council;
  council.answer(5, "=HYPERLINK(\"http://evil.example\",\"x\")");
  council.answer(4, "+44, and \"more\"\nlines");
  council.answer(3, "@SUM(A1)");
  const std::string csv = council.run("survey", "results", {results_survey, "", "yes", ""}).value();
  CHECK(csv.starts_with("response,version,liked,why/noise,why/lift,how_answered,best\n"));
  CHECK(csv.find("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"\n") != std::string::npos);
  CHECK(csv.find(",\"'+44, and \"\"more\"\"\nlines\"\n") != std::string::npos);
  CHECK(csv.find(",'@SUM(A1)\n") != std::string::npos);
  CHECK(csv.find(",1,5,,,2,") != std::string::npos);
}

TEST_CASE("the officer's JSON has every count with its interval") {
  ResultsCouncil council;
  council.answer_often(3, 5);
  council.answer(1);
  const auto json = server::read_json(council.run("survey", "results", {results_survey, "yes", "", ""}).value());
  REQUIRE(json.ok());
  CHECK(json.value().find("responses")->integer == 4);
  const auto& liked = json.value().find("columns")->items[0];
  CHECK(liked.text_at("key") == "liked");
  CHECK(liked.find("categories")->items[4].find("count")->integer == 3);
  CHECK(liked.find("mean")->find("value")->real == doctest::Approx(4));
}

TEST_CASE("an SPSS file is read back with its labels, numbers, missing answers and words") {
  ResultsCouncil council;
  council.answer(5, "Ŵy a thŷ");
  council.answer(2);
  const std::string path = (std::filesystem::temp_directory_path() / "alongside-results-test.sav").string();
  REQUIRE(council.run("survey", "results", {results_survey, "", "", path}).ok());
  const ReadSav read = read_sav(path);
  std::filesystem::remove(path);
  CHECK(read.names == std::vector<std::string>{"q1_response", "q2_version", "q3_liked", "q4_why_noise", "q5_why_lift",
                                               "q6_how_answered", "q7_best"});
  CHECK(read.labels[2] == "How was it?");
  CHECK(read.value_labels.at(read.label_sets[5]).at(2) == "The person themselves");
  REQUIRE(read.rows.size() == 2);
  CHECK(read.rows[0][2] == "5");
  CHECK(read.rows[0][3] == "missing");
  CHECK(read.rows[0][6] == "Ŵy a thŷ");
  CHECK(read.rows[1][6].empty());
}

TEST_CASE("a file that cannot be written is said, and leaves nothing behind") {
  ResultsCouncil council;
  council.answer(5);
  const auto refused = council.run("survey", "results", {results_survey, "", "", "/nowhere/at/all.sav"});
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().detail.starts_with("cannot write /nowhere/at/all.sav"));
}

TEST_CASE("lint finds hard words, two questions in one, long scales, leading words and missing Welsh") {
  const auto notes = lint_of(R"({"pages": [{"name": "p", "elements": [
    {"type": "text", "name": "a", "title": "Was the provision warm and were the staff kind?"},
    {"type": "rating", "name": "b", "rateMax": 10, "title": {"default": "How satisfied are you?", "cy": "Sut?"}},
    {"type": "panel", "name": "c", "elements": [{"type": "text", "name": "d",
      "title": {"default": "Don't you like it?", "cy": "Wyt?"}}]},
    {"type": "radiogroup", "name": "e", "title": {"default": "Which?", "cy": "Pa un?"},
      "choices": [1, 2, 3, 4, 5, 6, 7, 8]},
    {"type": "text", "name": "f"}]}]})");
  for (const char* part :
       {"a: \"provision\" is a hard word", "a: it may ask two things", "a: no Welsh", "b: a scale of 10",
        "b: \"how satisfied\" leads", "d: \"don't you\" leads", "e: 8 choices", "f: it has no title"})
    CHECK_MESSAGE(has_note(notes, part), part);
  CHECK_FALSE(has_note(notes, "d: no Welsh"));
}

TEST_CASE("lint has nothing to say of a short plain question, nor of what is no survey") {
  CHECK(
      lint_of(
          R"({"elements": [{"type": "boolean", "name": "a", "title": {"default": "Was it fun?", "cy": "Oedd yn hwyl?"}}]})")
          .empty());
  CHECK(lint_of("[1, null, {\"pages\": 3}]").empty());
}
