// `council-api survey convert`: forms of ODK and Kobo and structures of LimeSurvey become surveys of ours that can be
// answered, and everything that could not be carried is told with its place.
#include "app/server/json_tree.hpp"
#include "app/server/verbs.hpp"
#include "plugins/feedback/api/convert/xlsform.hpp"
#include "plugins/feedback/api/results/survey_lint.hpp"
#include "tests/unit/plugins/survey_convert_books.hpp"

#include <filesystem>
#include <fstream>

using namespace alongside;
using namespace alongside::feedback;
using namespace alongside::testing;

namespace {

const SheetRows family_form{
    {"type", "name", "label::English (en)", "label::Cymraeg (cy)", "hint", "required", "relevant", "constraint",
     "constraint_message", "calculation", "appearance", "choice_filter"},
    {"text", "name", "Your name?", "Eich enw?", "", "yes"},
    {"integer", "age", "How old is ${name}?", "", "In years", "", "", ". >= 0 and . < 26", "0 to 25"},
    {"begin_group", "break", "The break", "Y seibiant"},
    {"select_one yes_no", "again", "Again?", "", "", "true()"},
    {"select_multiple things or_other", "liked", "What was good?", "", "", "", "${again} = 'yes'",
     "count-selected(.) <= 2"},
    {"text", "why", "Why not?", "", "", "", "not(selected(${liked}, 'pool')) and ${again} != ''", "", "", "",
     "multiline"},
    {"end_group"},
    {"begin_repeat", "visit", "A visit"},
    {"decimal", "hours", "Hours?"},
    {"text", "where", "Where?", "", "", "", "${hours} > 1"},
    {"end_repeat"},
    {"calculate", "all_hours", "", "", "", "", "", "", "", "sum(${hours})"},
    {"select_one region", "region", "Region?", "", "", "", "", "", "", "", "minimal"},
    {"select_one town", "town", "Town?", "", "", "", "", "", "", "", "", "in_region=${region}"},
    {"note", "thanks", "Thank you. ${all_hours} hours!"},
    {"geopoint", "here", "Where are you?"},
    {"start", "start"},
};
const SheetRows family_choices{{"list_name", "name", "label::English (en)", "in_region"},
                               {"yes_no", "yes", "Yes"},
                               {"yes_no", "no", "No"},
                               {"things", "pool", "The pool"},
                               {"things", "lunch", "Lunch"},
                               {"region", "north", "North"},
                               {"region", "south", "South"},
                               {"town", "northmere", "Northmere", "north"},
                               {"town", "southey", "Southey", "south"}};

std::string lss_row(std::initializer_list<std::pair<const char*, const char*>> cells) {
  std::string row = "<row>";
  for (const auto& [name, text] : cells) row += std::string("<") + name + "><![CDATA[" + text + "]]></" + name + ">";
  return row + "</row>";
}
std::string lss_table(const char* name, std::initializer_list<std::string> rows) {
  std::string table = std::string("<") + name + "><fields/><rows>";
  for (const std::string& row : rows) table += row;
  return table + "</rows></" + name + ">";
}
std::string lss_question(const char* id, const char* type, const char* code, const char* relevance, const char* words) {
  return lss_row({{"qid", id},
                  {"parent_qid", "0"},
                  {"gid", "1"},
                  {"type", type},
                  {"title", code},
                  {"other", "N"},
                  {"mandatory", "N"},
                  {"question_order", id},
                  {"relevance", relevance},
                  {"question", words},
                  {"language", "en"}});
}
std::string lss_part(const char* id, const char* parent, const char* code, const char* words) {
  return lss_row({{"qid", id},
                  {"parent_qid", parent},
                  {"gid", "1"},
                  {"title", code},
                  {"question_order", id},
                  {"question", words},
                  {"language", "en"},
                  {"scale_id", "0"}});
}
std::string lss_answer(const char* question, const char* code, const char* words) {
  return lss_row({{"qid", question}, {"code", code}, {"answer", words}, {"sortorder", code}, {"language", "en"}});
}

std::string lime_survey() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>" +
         lss_table("surveys", {lss_row({{"sid", "9"}, {"language", "en"}, {"additional_languages", "cy fr"}})}) +
         lss_table("surveys_languagesettings", {lss_row({{"surveyls_survey_id", "9"},
                                                         {"surveyls_language", "en"},
                                                         {"surveyls_title", "A <b>year</b>"}})}) +
         lss_table("groups",
                   {lss_row({{"gid", "1"}, {"group_name", "Breaks"}, {"group_order", "1"}, {"language", "en"}})}) +
         lss_table("questions", {lss_question("1", "Y", "used", "1", "Did you go?"),
                                 lss_question("2", "M", "what", "used.NAOK == \"Y\"", "What did you do?"),
                                 lss_question("3", "L", "how", "what_swim.NAOK == \"Y\"", "How was the pool?"),
                                 lss_question("4", "A", "rate", "!is_empty(used.NAOK)", "Rate it"),
                                 lss_question("5", "|", "photo", "1", "A photo"),
                                 lss_question("6", "S", "more", "regexMatch(\"/a/\", how)", "More?")}) +
         lss_table("subquestions", {lss_part("21", "2", "swim", "Swimming"), lss_part("22", "2", "art", "Art"),
                                    lss_part("41", "4", "bus", "The bus"), lss_part("99", "77", "lost", "Lost")}) +
         lss_table("answers", {lss_answer("3", "1", "Good"), lss_answer("3", "2", "Bad")}) + "</document>";
}

}  // namespace

TEST_CASE("a form of ODK becomes a survey that is answered as the form would be") {
  const ConvertedFile made = converted(xlsx_of(family_form, family_choices, {{"form_title"}, {"Our break"}}));
  const std::string yes = tried(made.definition, R"({"name": "Sam", "age": 9, "again": "yes", "liked": ["pool"],
    "visit": [{"hours": 2}, {"hours": 3.5}], "region": "north", "town": "northmere"})");
  CHECK(has(yes, R"(["name","age"],["again","liked"])"));
  CHECK(has(yes, R"("errors":[])"));
  CHECK(has(yes, R"("all_hours":5.5)"));
  const std::string no = tried(made.definition, R"({"age": 30, "again": "no"})");
  CHECK(has(no, R"(["again","why"])"));
  CHECK(has(no, R"("required":["name"])"));
  CHECK(has(no, R"("question":"age")"));
  CHECK(has(tried(made.definition, R"({"name": "S", "age": 2.5, "again": "yes"})"), R"("question":"age")"));
}

TEST_CASE("words stand in both languages, names are piped and choices come and go") {
  const ConvertedFile made = converted(xlsx_of(family_form, family_choices, {{"form_title"}, {"Our break"}}));
  CHECK(has(made.definition, "\"default\": \"Your name?\""));
  CHECK(has(made.definition, "\"cy\": \"Eich enw?\""));
  CHECK(has(made.definition, "How old is {name}?"));
  CHECK(has(made.definition, "\"visibleIf\": \"('north' = {region})\""));
  CHECK(has(made.definition, "\"visibleIf\": \"({panel.hours} > 1)\""));
  CHECK(has(made.definition, "\"type\": \"comment\""));
  CHECK(has(made.definition, "sumInArray({visit}, 'hours')"));
}

TEST_CASE("what could not be carried is told with its place") {
  const ConvertedFile made = converted(xlsx_of(family_form, family_choices));
  CHECK(has(made.report, "9 questions are carried."));
  CHECK(has(made.report, "survey row 17, type: we ask nobody where they stand"));
  CHECK(has(made.report, "survey row 18, type: it notes something of the person"));
  CHECK(made.report.find("To mend") == made.report.npos);
  const ConvertedFile asks_today = converted(xlsx_of(
      {{"type", "name", "label", "relevant"}, {"date", "day", "Day?"}, {"text", "a", "A?", "${day} < today()"}}));
  CHECK(has(asks_today.report,
            "survey row 3, relevant: a question cannot depend on today's date yet; it is always asked"));
}

TEST_CASE("the same form as .csv is the same survey, and lint reads it") {
  std::string csv = "\"survey\"\n";
  for (const auto* sheet : {&family_form, &family_choices}) {
    if (sheet == &family_choices) csv += "\"choices\"\r\n";
    for (const auto& row : *sheet) {
      for (const std::string& cell : row) csv += ",\"" + cell + "\"";
      csv += "\n";
    }
  }
  const ConvertedFile from_csv = converted(csv), from_xlsx = converted(xlsx_of(family_form, family_choices));
  CHECK(from_csv.definition == from_xlsx.definition);
  const auto json = server::read_json(from_csv.definition);
  REQUIRE(json.ok());
  CHECK_FALSE(survey_lint(json.value()).empty());
}

TEST_CASE("groups as deep as our own reader takes them are carried, and deeper ones are refused with their row") {
  const auto groups = [](std::size_t deep) {
    std::string csv = "survey\n,type,name,label\n";
    for (std::size_t group = 0; group < deep; ++group) csv += ",begin group,g" + std::to_string(group) + ",G\n";
    csv += ",select_one l,q,Which?\n";
    for (std::size_t group = 0; group < deep; ++group) csv += ",end group\n";
    return convert_xlsform(read_csv_book(csv + "choices\n,list_name,name,label,cy\n,l,a,A,B\n").value());
  };
  const auto made = groups(ConvertLimits::most_groups_deep);
  REQUIRE(made.ok());
  CHECK(server::read_json(server::write_json(made->definition)).ok());
  const auto too_deep = groups(ConvertLimits::most_groups_deep + 1);
  REQUIRE_FALSE(too_deep.ok());
  CHECK(too_deep.error().detail == "survey row 15, type: groups stand more than 12 deep inside each other");
}

TEST_CASE("a choice's filter asks for its own row, and a column without a heading is none") {
  const auto made = convert_xlsform(read_csv_book("survey\n,type,name,label,choice_filter\n"
                                                  ",select_one l,q,Which?,kind=name and far=''\n"
                                                  "choices\n,list_name,,name,kind,far\n,l,?,a,b\n")
                                        .value());
  REQUIRE(made.ok());
  CHECK(has(server::write_json(made->definition), R"x("visibleIf":"(('b' = 'a') and ('' empty))")x"));
}

TEST_CASE("a structure of LimeSurvey becomes a survey with its conditions") {
  const ConvertedFile made = converted(lime_survey());
  CHECK(has(made.definition, "\"title\": \"A year\""));
  CHECK(has(made.definition, "\"visibleIf\": \"({what} contains 'swim')\""));
  CHECK(has(tried(made.definition, R"({"used": "Y", "what": ["swim"]})"),
            R"(["used","what","how","rate","photo","more"])"));
  CHECK(has(tried(made.definition, R"({"used": "N"})"), R"(["used","rate","photo","more"])"));
  CHECK(has(made.report, "6 questions are carried."));
  CHECK(has(made.report, "question more, relevance: we have no function like regexMatch(); it is always asked"));
  CHECK(has(made.report, "survey, language fr: we ask in English and Welsh"));
  CHECK(has(made.report, "subquestions: 1 belong to no question"));
}

TEST_CASE("the verb writes the definition beside nothing else, with the survey's id where it is given") {
  const auto folder = std::filesystem::temp_directory_path() / "alongside_convert";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "form.xlsx", std::ios::binary) << xlsx_of(family_form, family_choices);
  server::Verbs verbs;
  add_convert_verb(verbs);
  const std::string out = (folder / "out.json").string();
  const std::vector<std::string> arguments{(folder / "form.xlsx").string(), out,
                                           "b83e0f94-27cd-4a15-8f60-9d41c7e2a350"};
  const auto said = verbs.find("survey", "convert")->handler(arguments);
  REQUIRE(said.ok());
  CHECK(has(said.value(), "The definition is in " + out));
  const auto json = server::read_json_file(out);
  REQUIRE(json.ok());
  CHECK(json.value().find("alongside")->text_at("survey") == "b83e0f94-27cd-4a15-8f60-9d41c7e2a350");
  CHECK(std::distance(std::filesystem::directory_iterator(folder), {}) == 2);
  std::filesystem::remove_all(folder);
}
