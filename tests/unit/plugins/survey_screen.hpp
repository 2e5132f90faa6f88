// SurveyScreen: the answering screen on a phone, with a person in front of it or nobody. What the tests of
// answering begin with.
#pragma once

#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/feedback/model/pages_form.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/pages/answer_page.hpp"
#include "plugins/feedback/words.hpp"
#include "tests/support/page_screen.hpp"
#include "tests/unit/plugins/offer_sample.hpp"
#include "tests/unit/plugins/survey_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>

namespace alongside::testing {

inline const std::string survey_id = "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3";

enum class InFront : bool { Nobody, Sam };

inline feedback::PublishedForm published(feedback::HowOften how_often, bool is_anonymous) {
  feedback::PublishedForm survey;
  survey.form = feedback::whole_form(sample_definition()).value();
  survey.how_often = how_often;
  survey.edition = {sample_definition().survey, 3, {}};
  survey.is_anonymous = is_anonymous;
  return survey;
}

struct SurveyScreen : PageScreen {
  feedback::SurveyCabinet cabinet{host};
  std::unique_ptr<feedback::AnswerPage> page;

  explicit SurveyScreen(InFront who) : PageScreen(feedback_words, sample_council()) {
    if (who == InFront::Nobody) return;
    IdBytes id{};
    id[0] = 1;
    host.session_.person = PersonId(id);
    host.session_.own = {HouseholdId(id), SubjectId(id)};
  }
  void open(const std::string& address) {
    page = std::make_unique<feedback::AnswerPage>(host, cabinet);
    page->opened(Route::parse(address));
    draw();
  }
  void open_survey(feedback::HowOften how_often = feedback::HowOften::AsTheyLike, bool is_anonymous = true) {
    open("/say/" + survey_id);
    host.answer_with(published(how_often, is_anonymous));
    draw();
  }
  void draw() { PageScreen::draw(*page); }
  void press(const char* name) {
    harness.activate(harness.find(ui::Role::Button, name));
    // What goes is on the device first, with a word for other tabs.
    if (std::string_view(name).starts_with("Send my")) host.records_.finish_drafts();
    draw();
  }
  void pick(const char* name) {
    harness.toggle(harness.find(ui::Role::Radio, name));
    draw();
  }
  bool says(const char* words) {
    return harness.has(ui::Role::Status, words) || harness.has(ui::Role::Paragraph, words);
  }
  feedback::AnonymousAnswers letter() const {
    REQUIRE(host.posted.size() == 1);
    return wire::decode_frame<feedback::AnonymousAnswers>(host.posted[0].letter.frame).value();
  }
  void answer_to_the_check() {
    pick("Very happy");
    press("Next");
    harness.type(harness.find(ui::Role::TextField, "The best bit?"), "the slide");
    draw();
    press("Next");
    pick("I answered, and someone helped me");
    press("Next");
  }
};

}  // namespace alongside::testing
