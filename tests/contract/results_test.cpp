// Results over real HTTP and the verbs through the admin socket: what officers see stays with them, what is
// released is for everybody, and nothing under the rule is in any reply.
#include "app/wire/messages/letter.hpp"
#include "plugins/feedback/model/change_story.hpp"
#include "plugins/feedback/model/definition.hpp"
#include "plugins/feedback/model/response.hpp"
#include "tests/contract/family_server.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::contract;
using namespace alongside::feedback;

namespace {

const std::string open_survey = "c2f7d0e4-8b15-4a96-b3cd-7e41a5f8206d";

// A council with a survey that anybody may answer, as often as they like.
struct Council {
  FamilyServer server;
  TemporaryFolder folder;
  Edition edition;
  std::uint8_t letters = 0;

  Council() {
    REQUIRE(verb({"import", DEMO_COUNCIL "/surveys.json"}).exit_code == 0);
    const std::string path = file("definition.json", R"({"alongside": {"survey": ")" + open_survey + R"("},
      "title": {"default": "What do you like?", "cy": "Beth wyt ti'n hoffi?"},
      "elements": [{"type": "boolean", "name": "swim", "title": {"default": "Do you like to swim?", "cy": "Wyt ti'n hoffi nofio?"}},
        {"type": "comment", "name": "more", "title": {"default": "What else?", "cy": "Beth arall?"}}]})");
    const Finished published = verb({"publish", path});
    REQUIRE_MESSAGE(published.exit_code == 0, published.errors);
    edition =
        message_in<PublishedSurvey>(get(server.port(), "/api/feedback/definitions/" + open_survey)).value().edition;
  }

  Finished verb(std::vector<std::string> words) const {
    words.insert(words.begin(), "survey");
    return server.process().verb(words);
  }
  std::string file(const std::string& name, const std::string& text) const {
    write_file(folder.path() + "/" + name, text);
    return folder.path() + "/" + name;
  }
  void answer(bool swims, const std::string& more = {}) {
    IdBytes id{};
    id[0] = ++letters;
    AnonymousAnswers answers;
    answers.id = AnswerId(id);
    answers.response.edition = edition;
    answers.response.how = HowAnswered::Self;
    answers.response.answers["swim"] = Value::of_truth(swims);
    if (!more.empty()) answers.response.answers["more"] = Value::of_text(more);
    const wire::Letter letter{{}, wire::encode_frame(answers), {}};
    REQUIRE(post(server.port(), "/api/feedback/answers", frame_of(letter)).status == 200);
  }
  ChangeList changes() const { return message_in<ChangeList>(get(server.port(), "/api/feedback/changes")).value(); }
};

const std::string story = R"({"findings": [{
  "said": {"en": "You like to swim.", "cy": "Rwyt ti'n hoffi nofio."},
  "said_easily": {"en": "Swimming is good.", "cy": "Mae nofio'n dda."}, "outcome": "done",
  "did": {"en": "The pool opens on Sundays.", "cy": "Mae'r pwll ar agor ar y Sul."},
  "did_easily": {"en": "You can swim on Sundays.", "cy": "Cei nofio ar y Sul."},
  "owner": {"en": "Leisure team", "cy": "Tîm hamdden"}, "by": "2027-01-10"}]})";

}  // namespace

TEST_CASE("answers come in over HTTP, are released by a verb, and only what many said is for everybody") {
  Council council;
  for (int i = 0; i < 9; ++i) council.answer(true);
  CHECK(council.verb({"release", open_survey}).exit_code == 1);
  CHECK(council.changes().stories.empty());
  for (int i = 0; i < 7; ++i) council.answer(false);
  council.answer(true, "my friend Rosie Jones swims");
  const Finished released = council.verb({"release", open_survey});
  CHECK_MESSAGE(has(released.output, "Release 1: 17 people"), released.output, released.errors);
  const ChangeList list = council.changes();
  REQUIRE(list.stories.size() == 1);
  for (const ReleasedTable& table : list.stories[0].tables) {
    for (const ReleasedRow& row : table.rows) CHECK(row.count >= 5);
  }
  const Reply json = get(council.server.port(), "/api/feedback/changes", {"Accept: application/json"});
  CHECK(json.status == 200);
  CHECK_FALSE(has(json.body, "Rosie"));
}

TEST_CASE("a release that was made does not change when more answers come") {
  Council council;
  for (int i = 0; i < 12; ++i) council.answer(i % 2 == 0);
  REQUIRE(council.verb({"release", open_survey}).exit_code == 0);
  const Reply before = get(council.server.port(), "/api/feedback/changes");
  for (int i = 0; i < 3; ++i) council.answer(true);
  CHECK(get(council.server.port(), "/api/feedback/changes").body == before.body);
  CHECK(council.verb({"release", open_survey}).exit_code == 1);
  council.server.kill_and_start_again();
  CHECK(get(council.server.port(), "/api/feedback/changes").body == before.body);
}

TEST_CASE("what the council says back is a page without script, in both languages") {
  Council council;
  for (int i = 0; i < 12; ++i) council.answer(i % 2 == 0);
  REQUIRE(council.verb({"release", open_survey}).exit_code == 0);
  const Finished answered = council.verb({"answer", open_survey, council.file("story.json", story)});
  CHECK(answered.output == "1 findings are published; 0 people who answered by name have a notice.\n");
  const Reply page = get(council.server.port(), "/changes?lang=en", {"Accept: text/html"});
  CHECK(page.status == 200);
  CHECK(has(page.body, "The pool opens on Sundays."));
  CHECK(has(get(council.server.port(), "/changes?lang=cy", {"Accept: text/html"}).body, "pwll ar agor ar y Sul"));
  CHECK(council.changes().stories[0].steps.size() == 1);
}

TEST_CASE("the officer's view, files and words pass through the admin socket, and the log holds nothing of them") {
  Council council;
  for (int i = 0; i < 3; ++i) council.answer(true, "=cmd|' /C calc'!A0");
  CHECK(has(council.verb({"results", open_survey}).output, "3 responses, 1 versions"));
  CHECK(has(council.verb({"results", open_survey, "--json"}).output, "\"responses\":3"));
  const Finished csv = council.verb({"results", open_survey, "--csv"});
  CHECK_MESSAGE(has(csv.output, ",'=cmd|' /C calc'!A0\n"), csv.output, csv.errors);
  const std::string sav = council.folder.path() + "/answers.sav";
  CHECK(council.verb({"results", open_survey, "--sav", sav}).exit_code == 0);
  CHECK(read_file(sav).starts_with("$FL2"));
  CHECK(has(council.verb({"redact", "list", open_survey}).output, "3 waiting to be read."));
  CHECK_FALSE(has(council.server.process().log(), "calc"));
  for (const char* path : {"/api/feedback/results", "/api/feedback/releases", "/api/feedback/words"})
    CHECK(get(council.server.port(), path).status == 404);
}

TEST_CASE("lint needs no council and says each note with its place") {
  const TemporaryFolder folder;
  write_file(folder.path() + "/d.json",
             R"({"elements": [{"type": "text", "name": "a", "title": "Is respite adequate?"}]})");
  const Finished lint = run({COUNCIL_API, "survey", "lint", folder.path() + "/d.json"});
  CHECK(lint.exit_code == 0);
  CHECK(has(lint.output, "elements[0] a: \"adequate\" is a hard word"));
}

TEST_CASE("a closed survey is not open to anybody") {
  Council council;
  CHECK(council.verb({"close", open_survey}).exit_code == 0);
  CHECK(get(council.server.port(), "/api/feedback/definitions/" + open_survey).status == 404);
}
