// A short survey with a branch, for the tests of feedback: "liked" (five faces), then "why" for little
// and "best" for much.
#pragma once

#include "plugins/feedback/model/definition.hpp"

namespace alongside::testing {

inline feedback::Definition sample_definition() {
  using feedback::Definition, feedback::Question, feedback::QuestionType, feedback::RatingLook, feedback::SurveyId,
      feedback::Value;
  Question liked{
      "liked", QuestionType::Rating, {"How was it?", "Sut oedd hi?"}, {}, {}, true, {}, RatingLook::Faces, {}, {}, 0,
      {}};
  for (int i = 1; i <= 5; ++i) liked.choices.push_back({Value::of_number(i), {std::to_string(i), {}}, {}});
  Question why{"why",
               QuestionType::Checkbox,
               {"What was hard?", ""},
               {"All that fit.", ""},
               {},
               false,
               "{liked} <= 2",
               {},
               {},
               {},
               0,
               {}};
  why.choices = {{Value::of_text("noise"), {"The noise", ""}, {}}, {Value::of_text("lift"), {"The lift", ""}, {}}};
  Question best{"best", QuestionType::Comment, {"The best bit?", ""}, {}, {}, false, "{liked} >= 3", {}, {}, {}, 100,
                {}};
  Definition definition;
  definition.survey = SurveyId::parse("74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3").value();
  definition.title = {"Your visit", "Eich ymweliad"};
  definition.pages = {{"page1", {}, {}, {liked, why, best}, {}}};
  return definition;
}

}  // namespace alongside::testing
