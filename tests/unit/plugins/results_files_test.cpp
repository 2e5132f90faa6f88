// What leaves for other programs, and what lint says of a definition.
#include "app/server/json_reader.hpp"
#include "app/wire/crc32c.hpp"
#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/api/files/answer_files.hpp"
#include "plugins/feedback/api/results/response_rows.hpp"
#include "plugins/feedback/api/results/sav_file_readstat.hpp"
#include "plugins/feedback/api/results/survey_lint.hpp"
#include "tests/support/sample_pictures.hpp"
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
  const std::string csv = council.run("survey", "results", {results_survey, "", "yes", "", ""}).value();
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
  const auto json = server::read_json(council.run("survey", "results", {results_survey, "yes", "", "", ""}).value());
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
  REQUIRE(council.run("survey", "results", {results_survey, "", "", path, ""}).ok());
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

TEST_CASE("what cannot be counted is in the officer's table in words, and what was joined by its name") {
  ResultsCouncil council;
  council.publish(read_definition(server::read_json(R"({"title": "More", "alongside": {"survey":
    "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3"}, "elements": [
      {"type": "matrix", "name": "how", "rows": ["lunch", "bus"], "columns": ["good", "bad"]},
      {"type": "ranking", "name": "order", "choices": ["a", "b"]},
      {"type": "file", "name": "shot"}]})")
                                      .value())
                      .value());
  Response response;
  Value how = Value::of_map(), file = Value::of_map();
  how.set("lunch", Value::of_text("good"));
  how.set("bus", Value::of_text("=bad"));
  const std::string id = "0b9c2f4e-1111-4222-8333-444455556666";
  file.set("content", Value::of_text(id));
  response.answers = {{"how", how},
                      {"order", Value::of_list({Value::of_text("b"), Value::of_text("a")})},
                      {"shot", Value::of_list({file})}};
  const AnswerId answer = council.keep(response);
  const NamedFile joined{"shot", DocumentId::parse(id).value()};
  REQUIRE(AnswerFiles(council.database).expect(answer, std::span(&joined, 1)).ok());
  const std::string csv = council.run("survey", "results", {results_survey, "", "yes", "", ""}).value();
  CHECK(csv.find(",how,order,shot\n") != std::string::npos);
  CHECK(csv.find(",lunch: good; bus: =bad,b; a,(on its way)\n") != std::string::npos);

  const Bytes photo = jpeg();
  const wire::FilePiece piece{joined.id, static_cast<std::uint32_t>(photo.size()), wire::crc32c(photo), 0, photo, {}};
  REQUIRE(AnswerFiles(council.database).take(piece, AnswerFiles::Scanning::Off).ok());
  const std::string folder = (std::filesystem::temp_directory_path() / "alongside-results-files").string();
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const auto told = council.run("survey", "results", {results_survey, "", "", "", folder});
  CAPTURE((told.ok() ? "" : told.error().detail));
  REQUIRE(told.ok());
  CHECK(told->starts_with("1 files are in " + folder));
  CHECK(std::filesystem::file_size(folder + "/" + answer.text() + "-shot-1.jpg") > 0);
  CHECK_FALSE(council.run("survey", "results", {results_survey, "", "", "", folder}).ok());  // nothing is written over
  std::filesystem::remove_all(folder);
}

TEST_CASE("a file that cannot be written is said, and leaves nothing behind") {
  ResultsCouncil council;
  council.answer(5);
  const auto refused = council.run("survey", "results", {results_survey, "", "", "/nowhere/at/all.sav", ""});
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
