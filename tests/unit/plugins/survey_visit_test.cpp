// Saying how a visit was, and answering without a network: what reaches the device, and what is said when
// nothing did.
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/pages/summary_ui.hpp"
#include "plugins/feedback/pages/visit_note_page.hpp"
#include "plugins/surveys/words.hpp"
#include "tests/unit/plugins/survey_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::feedback;
using testing::InFront, testing::published, testing::survey_id;
using Screen = testing::SurveyScreen;
using ui::Role;

TEST_CASE("a visit fills in the service's name, and the letter knows the service and no day") {
  Screen screen(InFront::Sam);
  screen.host.takes["short_break.visited"] = "/say/visit";
  const wire::VisitIntent visit{
      "0083fbea-bf7d-554e-944f-d7b5b2162d15", "Saturday Swim Club", Date::parse("2026-11-21").value(), {}};
  screen.open(screen.host.intent_href("short_break.visited", wire::encode_frame(visit)));
  CHECK(screen.harness.has(Role::Heading, "How was Saturday Swim Club?"));
  Survey listed;
  listed.id = survey_id;
  listed.version = 3;
  listed.about = About::Visit;
  screen.host.answer_with(SurveyList{{listed}, {}});
  screen.draw();
  screen.host.answer_with(published(HowOften::AsTheyLike, true));
  screen.draw();
  CHECK(screen.harness.has(Role::Heading, "How was Saturday Swim Club?"));
  screen.answer_to_the_check();
  screen.press("Send my answers to the council");
  CHECK(screen.letter().response.about_service_name == "Saturday Swim Club");
}

TEST_CASE("questions that came once are asked without a network, also after the app was closed") {
  Screen screen(InFront::Sam);
  screen.open_survey();
  Screen later(InFront::Sam);
  later.host.records_.drafts = screen.host.records_.drafts;
  later.open("/say/" + survey_id);
  later.host.answer(Error{ErrorCode::Offline, ""});
  later.draw();
  CHECK(later.says("Question 1 of 1"));
  later.answer_to_the_check();
  later.press("Send my answers to the council");
  CHECK(later.host.posted.size() == 1);
}

TEST_CASE("questions that never came say why, and can be asked for again") {
  Screen offline(InFront::Nobody);
  offline.open("/say/" + survey_id);
  offline.host.answer(Error{ErrorCode::Offline, ""});
  offline.draw();
  offline.press("Try again");
  CHECK_FALSE(offline.host.asked.empty());
  Screen missing(InFront::Nobody);
  missing.open("/say/" + survey_id);
  missing.host.answer(Error{ErrorCode::NotFound, ""});
  missing.draw();
  CHECK(missing.says("This survey is not open now."));
}

TEST_CASE("the home card asks how a visit was, and brings its questions onto the device") {
  Screen screen(InFront::Sam);
  CHECK_FALSE(has_summary(screen.cabinet));
  Survey listed;
  listed.id = survey_id;
  listed.version = 3;
  listed.about = About::Visit;
  screen.host.answer_with(SurveyList{{listed}, {}});
  CHECK(has_summary(screen.cabinet));
  REQUIRE(screen.host.asked.size() == 1);
  CHECK(screen.host.asked[0].path == "/api/feedback/forms/" + survey_id);
  screen.harness.frame([&](ui::Ui& ui) { summary_ui(ui, screen.cabinet); });
  CHECK(screen.harness.find(Role::Link, "Tell us how a visit was").href == "/say/visit");
}

TEST_CASE("after a visit a note with a name can be kept for the family, apart from the answers") {
  Screen screen(InFront::Sam);
  wire::FamilyChild riley;
  riley.name = "Riley";
  riley.subject = screen.host.session_.own;
  screen.host.session_.children = {riley};
  screen.host.takes["short_break.visited"] = "/say/visit";
  const wire::VisitIntent visit{"", "Saturday Swim Club", Date::parse("2026-11-21").value(), {}};
  Survey listed;
  listed.id = survey_id;
  listed.version = 3;
  listed.about = About::Visit;
  screen.open(screen.host.intent_href("short_break.visited", wire::encode_frame(visit)));
  screen.host.answer_with(SurveyList{{listed}, {}});
  screen.draw();
  screen.host.answer_with(published(HowOften::AsTheyLike, true));
  screen.draw();
  screen.answer_to_the_check();
  screen.press("Send my answers to the council");
  screen.host.posted[0].saved({});
  screen.draw();
  const std::string href = screen.harness.find(Role::Link, "Keep a note for your family?").href;
  testing::PageScreen noting(surveys_words, testing::sample_council());
  noting.host.session_ = screen.host.session_;
  VisitNotePage page(noting.host);
  page.opened(Route::parse(href));
  noting.draw(page);
  noting.harness.type(noting.harness.find(Role::TextField, "What would you like to remember?"), "She laughed");
  noting.draw(page);
  noting.harness.activate(noting.harness.find(Role::Button, "Keep this note"));
  noting.draw(page);
  const auto note = noting.host.records_.payload<PutVisitNote>(0).note;
  CHECK(note.words == "She laughed");
  CHECK(note.day == visit.day);
  CHECK(noting.host.records_.saved[0]->change.subject == riley.subject);
  noting.host.records_.finish_saves();
  noting.draw(page);
  CHECK(noting.harness.has(Role::Status, "Saved on this device"));
}
