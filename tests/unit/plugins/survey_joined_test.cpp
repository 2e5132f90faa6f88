// Photos, recordings and signatures on the answering screen: kept beside the draft from before an answer names them,
// sent with the answers and exactly as they were, let go of when they are taken out.
#include "app/wire/payload.hpp"
#include "plugins/feedback/model/joined_files.hpp"
#include "tests/unit/plugins/survey_forms.hpp"
#include "tests/unit/plugins/survey_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::InFront;
using ui::Role;

namespace {

constexpr const char* asks_to_join = R"({"title": "Photos", "elements": [
  {"type": "file", "name": "best", "title": "The best bit", "isRequired": true},
  {"type": "file", "name": "said", "title": "Say it", "acceptedTypes": "audio/*"},
  {"type": "signaturepad", "name": "signed", "title": "Sign here"}]})";

struct JoinedScreen : testing::SurveyScreen {
  explicit JoinedScreen(InFront who = InFront::Sam, bool is_anonymous = true) : SurveyScreen(who) {
    survey.form = testing::form_of(asks_to_join);
    survey.edition = {testing::sample_definition().survey, 3, {}};
    survey.is_anonymous = is_anonymous;
    begin();
  }
  void begin() {
    open("/say/" + testing::survey_id);
    if (!host.asked.empty()) host.answer_with(survey);
    draw();
  }
  // What the page sends when something was chosen, and what becomes of it.
  void choose(const char* field) {
    harness.push({harness.find(Role::FileField, field).id, ui::ActionKind::SetValue, "file-1\nIMG_0042.jpg"});
    draw();
    draw();
    REQUIRE(host.joined_.adding.size() == 1);
    CHECK(host.joined_.adding[0].token == "file-1");
  }
  DocumentId join(const char* field) {
    choose(field);
    const DocumentId id = host.joined_.finish();
    host.records_.finish_drafts();
    draw();
    return id;
  }
  SurveyDraft draft() const {
    return wire::decode_payload<SurveyDraft>(host.records_.drafts.at("feedback answers " + testing::survey_id + " "))
        .value();
  }
  std::vector<DocumentId> files() const { return joined_files(survey.form, draft().response.answers); }
  void to_the_end() {
    while (harness.has(Role::Button, "Next")) press("Next");
    press("Send my answers to the council");
  }

  PublishedForm survey;
};

constexpr const char* add_photo = "Add a photo or a PDF";
using Ids = std::vector<DocumentId>;

}  // namespace

TEST_CASE("a photo is on this device before the answer names it, and both are found again after a crash") {
  JoinedScreen screen;
  screen.choose(add_photo);
  CHECK(screen.host.joined_.adding[0].kind == JoinedFiles::Kind::Picture);
  CHECK(screen.says("Saving…"));
  CHECK_FALSE(screen.host.records_.drafts.contains("feedback answers " + testing::survey_id + " "));
  const DocumentId id = screen.host.joined_.finish();
  screen.host.records_.finish_drafts();
  CHECK(screen.files() == Ids{id});
  screen.begin();
  CHECK(screen.harness.count(Role::FileField) == 0);  // one is all that this question takes
  screen.press("See or hear it: 1");
  CHECK(screen.host.joined_.shown == Ids{id});
}

TEST_CASE("a photo that is taken out goes from the answer and from the device, and another can be chosen") {
  JoinedScreen screen;
  screen.join(add_photo);
  CHECK(screen.harness.find(Role::Button, "See or hear it: 1").value == "See or hear it: 1, The best bit");
  CHECK(screen.harness.find(Role::Button, "Take away: 1").value == "Take away: 1, The best bit");
  screen.press("Take away: 1");
  CHECK(screen.host.joined_.files.empty());
  CHECK(screen.files().empty());
  const DocumentId second = screen.join(add_photo);
  CHECK(screen.files() == Ids{second});
  screen.press("Skip this");
  CHECK(screen.host.joined_.files.empty());
}

TEST_CASE("what is no photo, too large or does not fit on the device is said in words, and nothing is joined") {
  const char* words = "We cannot take that one. Is it a photo or a PDF that is not too large?";
  for (const ErrorCode code : {ErrorCode::InvalidInput, ErrorCode::TooLarge, ErrorCode::Storage}) {
    JoinedScreen screen;
    screen.choose(add_photo);
    screen.host.joined_.fail(code);
    screen.draw();
    CHECK(screen.harness.has(Role::Paragraph, words));
    screen.join(add_photo);  // and another is taken
    CHECK_FALSE(screen.harness.has(Role::Paragraph, words));
  }
}

TEST_CASE("a photo and a voice go without a name behind the answers that name them") {
  JoinedScreen screen;
  const DocumentId photo = screen.join(add_photo);
  screen.press("Next");
  screen.choose("Record your voice");
  CHECK(screen.host.joined_.adding[0].kind == JoinedFiles::Kind::Recording);
  const DocumentId voice = screen.host.joined_.finish();
  screen.host.records_.finish_drafts();
  screen.draw();
  screen.to_the_end();
  REQUIRE(screen.host.posted.size() == 1);
  const Host::Letter& letter = screen.host.posted[0].letter;
  CHECK(letter.files_path == "/api/feedback/files");
  CHECK(letter.beside == &screen.host.records_);
  CHECK(letter.files == Ids{photo, voice});
  CHECK(joined_files(screen.survey.form, screen.letter().response.answers) == Ids{photo, voice});
  CHECK(screen.host.joined_.files.size() == 2);  // until the letter is on the disk
  screen.host.posted[0].saved({});
  CHECK(screen.host.joined_.files.empty());
}

TEST_CASE("with a name each file lies among the person's attachments before the answers are saved") {
  JoinedScreen screen(InFront::Sam, false);
  const DocumentId photo = screen.join(add_photo);
  screen.to_the_end();
  CHECK(screen.host.records_.saved.empty());
  REQUIRE(screen.host.joined_.attaching.size() == 1);
  CHECK(screen.host.joined_.attaching[0].files == Ids{photo});
  screen.host.joined_.attach();
  CHECK(screen.host.records_.saved.size() == 1);
}

TEST_CASE("a name can be written instead of drawn, and a drawing takes its place") {
  JoinedScreen screen;
  screen.join(add_photo);
  screen.press("Next");
  screen.press("Next");
  screen.harness.type(screen.harness.find(Role::TextField, "Write your name"), "Sam");
  screen.draw();
  CHECK(screen.draft().response.answers.at("signed") == Value::of_text("Sam"));
  screen.join("Or draw it");
  CHECK(screen.files().size() == 2);
  CHECK(screen.harness.count(Role::TextField) == 0);
  CHECK(screen.harness.has(Role::Button, "See or hear it: 1"));
}

TEST_CASE("a photo that the browser threw away is asked for again, and the rest of the draft is there") {
  JoinedScreen screen;
  const DocumentId lost = screen.join(add_photo);
  screen.press("Next");
  screen.join("Record your voice");
  screen.host.joined_.files.erase(lost);
  screen.begin();
  CHECK(screen.harness.has(Role::Button, "See or hear it: 1"));
  screen.press("Back");
  CHECK(screen.harness.has(Role::FileField, add_photo));
  screen.press("Next");
  CHECK(screen.harness.has(Role::Paragraph, "Choose an answer, or press \"I don't know\" or \"Skip this\"."));
}
