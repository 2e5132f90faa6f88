// What a council's staff do with answers, from the verbs to what everybody can fetch.
#include "app/wire/messages/notice.hpp"
#include "plugins/feedback/api/results/release_shelf.hpp"
#include "plugins/feedback/api/results/story_shelf.hpp"
#include "tests/support/written_file.hpp"
#include "tests/unit/plugins/results_sample.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace alongside;
using namespace alongside::feedback;
using namespace alongside::testing;

namespace {

const std::string story_json = R"({"findings": [{
  "said": {"en": "It was too noisy.", "cy": "Roedd yn rhy swnllyd."},
  "said_easily": {"en": "Too loud.", "cy": "Rhy uchel."},
  "outcome": "could_not",
  "because": {"en": "The hall has one room.", "cy": "Un ystafell sydd yn y neuadd."},
  "because_easily": {"en": "There is one room.", "cy": "Un ystafell sydd."},
  "owner": {"en": "Short breaks team", "cy": "Tîm seibiannau byr"},
  "by": "2027-01-29",
  "services": [{"id": "93ae4c67-0000-4000-8000-000000000001", "name": "Farm Tea"}]}]})";

std::string text_in(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string detail(const Result<std::string>& result) { return result.ok() ? std::string() : result.error().detail; }

std::vector<Release> releases_of(const ResultsCouncil& council) {
  return ReleaseShelf(council.context).all(SurveyId::parse(results_survey).value()).value();
}

}  // namespace

TEST_CASE("nothing is released before ten people have answered, and then what few said is hidden") {
  ResultsCouncil council;
  council.answer_often(6, 5);
  council.answer_often(3, 4);
  CHECK(council.released() == "a release needs 10 answers that no release has counted yet, and there are fewer");
  CHECK(releases_of(council).empty());
  council.answer_often(8, 3);
  CHECK(council.released().starts_with("Release 1: 17 people, 1 tables"));
  const auto releases = releases_of(council);
  REQUIRE(releases.size() == 1);
  REQUIRE(releases[0].tables.size() == 1);
  for (const ReleasedRow& row : releases[0].tables[0].rows) CHECK(row.count >= 5);
}

TEST_CASE("a release is never changed, and the next one counts only who is new") {
  ResultsCouncil council;
  council.answer_often(12, 5);
  council.answer_often(8, 3);
  council.released();
  const Bytes before = wire::encode_payload(releases_of(council)[0]);
  council.answer_often(9, 5);
  CHECK(council.released().starts_with("a release needs 10"));
  council.answer(3);
  CHECK(council.released().starts_with("Release 2: 10 people"));
  REQUIRE(releases_of(council).size() == 2);
  CHECK(wire::encode_payload(releases_of(council)[0]) == before);
  CHECK(council.rows("feedback_counted") == 30);
}

TEST_CASE("each question stands by how it was answered, so that no mode is mixed in silently") {
  ResultsCouncil council;
  for (const HowAnswered how : {HowAnswered::Self, HowAnswered::Assisted}) {
    for (int i = 0; i < 8; ++i) council.answer(5, {}, how);
    for (int i = 0; i < 7; ++i) council.answer(4, {}, how);
  }
  council.released();
  const Release release = releases_of(council)[0];
  REQUIRE(release.crosses.size() == 1);
  CHECK(release.crosses[0].columns_title.en == "Who gave the answers?");
}

TEST_CASE("a cross-tab that is not there, or makes a ring, is refused before anything is counted") {
  ResultsCouncil council;
  council.answer_often(20, 5);
  CHECK(council.released("liked by nothing").starts_with("there is nothing called \"nothing\""));
  CHECK(council.released("liked").starts_with("write cross-tabs like"));
  CHECK(council.released("why/noise by liked").starts_with("leave out why/noise by liked"));
  CHECK(releases_of(council).empty());
  CHECK(council.rows("feedback_counted") == 0);
}

TEST_CASE("nothing written is released before an officer has approved it, and then as they left it") {
  ResultsCouncil council;
  council.answer_often(12, 5);
  council.answer(5, "Ask Rosie Jones");
  council.answer(5, "the slide");
  council.released();
  CHECK(releases_of(council)[0].words.empty());
  const std::string list = council.run("survey", "redact", {"list", results_survey, "", ""}).value();
  CHECK(list.ends_with("2 waiting to be read.\n"));
  const std::string first = list.substr(0, 36), second = list.substr(list.find('\n', list.find('\n') + 1) + 1, 36);
  REQUIRE(council.run("survey", "redact", {"approve", first, results_survey, "Ask [a name]"}).ok());
  REQUIRE(council.run("survey", "redact", {"hide", second, results_survey, ""}).ok());
  council.answer_often(10, 5);
  council.released();
  const Release release = releases_of(council)[1];
  REQUIRE(release.words.size() == 1);
  CHECK(release.words[0].words == "Ask [a name]");
  CHECK(detail(council.run("survey", "redact", {"hide", first, results_survey, ""})) ==
        "these words are released: a release is never changed");
  CHECK_FALSE(council.run("survey", "redact", {"approve", second, results_survey, ""}).ok());
  CHECK_FALSE(council.run("survey", "redact", {"burn", first, results_survey, ""}).ok());
  CHECK_FALSE(council.run("survey", "redact", {"hide", "nothing", results_survey, ""}).ok());
}

TEST_CASE("themes are taken for responses of this survey only, and counted in the next release") {
  ResultsCouncil council;
  std::string coded;
  for (int i = 0; i < 14; ++i) {
    const AnswerId id = council.answer(i < 7 ? 4 : 5, "the slide");
    if (i % 2 == 0) coded += (coded.empty() ? "" : ",") + ("\"" + id.text() + "\": [\"slide\"]");
  }
  const std::string themes = R"("themes": [{"id": "slide", "name": {"en": "The slide", "cy": "Y llithren"}}])";
  const WrittenFile unknown("{" + themes + R"(, "responses": {"5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21": ["slide"]}})");
  CHECK(detail(council.run("survey", "themes", {results_survey, unknown.path()})) ==
        "1 of these responses are none of this survey's");
  const WrittenFile wrong("{" + themes + R"(, "responses": {"5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21": ["swing"]}})");
  CHECK(detail(council.run("survey", "themes", {results_survey, wrong.path()})).find("ids that stand under") !=
        std::string::npos);
  const WrittenFile right("{" + themes + ", \"responses\": {" + coded + "}}");
  CHECK(council.run("survey", "themes", {results_survey, right.path()}).value().starts_with("1 themes, 7 responses"));
}

TEST_CASE("an answer needs both languages, easy words, who, when and, where it could not be, why") {
  ResultsCouncil council;
  council.answer_often(12, 5);
  council.released();
  const WrittenFile empty(R"({"findings": [{"said": {"en": "x"}, "outcome": "could_not"}]})");
  const std::string mistakes = detail(council.run("survey", "answer", {results_survey, empty.path()}));
  for (const char* what : {"said.cy", "said_easily", "because", "because_easily", "owner", "by"})
    CHECK_MESSAGE(mistakes.find(what) != std::string::npos, what);
}

TEST_CASE("an answer comes after a release, tells who answered by name once, and is told again only when it changes") {
  ResultsCouncil council;
  const WrittenFile file(story_json);
  CHECK(
      detail(council.run("survey", "answer", {results_survey, file.path()})).starts_with("release the answers first"));
  NamedAnswers named;
  named.document = id_number<DocumentId>(1);
  named.response.edition = council.edition;
  named.response.answers = {{"liked", Value::of_number(5)}};
  const wire::Subject own{riley.household, SubjectId(sam.bytes())};
  server::NewContent content{named.document,
                             own,
                             sam,
                             wire::Facet::Own,
                             KeptAnswers::schema.id,
                             1,
                             wire::encode_payload(KeptAnswers{council.clock.day, named.response, {}})};
  REQUIRE(council.documents.put_by_council(content).ok());
  council.answer_often(11, 5);
  council.released();
  CHECK(council.run("survey", "answer", {results_survey, file.path()}).value() ==
        "1 findings are published; 1 people who answered by name have a notice.\n");
  CHECK(council.run("survey", "answer", {results_survey, file.path()}).value().starts_with("These very words"));
  const auto notices = council.feed_of<wire::Notice>(sam);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].href == "/changes");
  CHECK(council.feed_of<wire::Notice>(jo).empty());
  const ChangeList list = StoryShelf(council.context).all().value();
  REQUIRE(list.stories.size() == 1);
  CHECK(list.stories[0].people == 12);
  CHECK(list.stories[0].steps[0].outcome == ChangeOutcome::CouldNot);
  CHECK(list.stories[0].steps[0].did.en == "The hall has one room.");
}

TEST_CASE("a survey that is closed takes no more answers, and keeps what it has") {
  ResultsCouncil council;
  council.answer_often(3, 5);
  CHECK(council.run("survey", "close", {results_survey}).ok());
  CHECK(council.run("survey", "close", {results_survey}).ok());
  CHECK_FALSE(council.run("survey", "close", {"5a1e9c34-7f2b-4d88-b0c6-1e9d3a7f5b21"}).ok());
  CHECK(council.run("survey", "results", {results_survey, "", "", "", ""}).value().find("3 responses") !=
        std::string::npos);
}

TEST_CASE("the report of a year stands alone, hides what is hidden and leaves other years out") {
  ResultsCouncil council;
  council.answer_often(12, 5);
  council.answer_often(9, 4);
  council.answer_often(2, 1);
  council.released();
  const WrittenFile file(story_json);
  REQUIRE(council.run("survey", "answer", {results_survey, file.path()}).ok());
  const std::string path = file.path() + ".html";
  REQUIRE(council.run("survey", "report", {path, "2026", ""}).ok());
  const std::string html = text_in(path);
  CHECK(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
  for (const char* part : {"The hall has one room.", "<caption>", "scope=\"row\"", "Release 1", "23 people"})
    CHECK_MESSAGE(html.find(part) != std::string::npos, part);
  CHECK(html.find("<script") == std::string::npos);
  REQUIRE(council.run("survey", "report", {path, "2025", ""}).ok());
  CHECK(text_in(path).find("Nothing was released in this year.") != std::string::npos);
  CHECK_FALSE(council.run("survey", "report", {path, "../..", ""}).ok());
  std::filesystem::remove(path);
}
