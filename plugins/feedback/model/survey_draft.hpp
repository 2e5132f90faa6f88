// SurveyDraft: a survey that somebody has begun on this device and not sent. Kept by the answering
// screen at every touch, on this device only. Also by which keys it, and the form it answers, are kept.
#pragma once

#include "plugins/feedback/model/response.hpp"

#include <string>

namespace alongside::feedback {

// Where the person is: at a question (by its name), or past the last one.
enum class Stage : std::uint8_t { Asking, HowAnswered, Checking, Sent };
constexpr bool is_known(Stage stage) { return stage <= Stage::Sent; }

struct SurveyDraft {
  static constexpr wire::SchemaId schema{310, 1};
  Response response;
  AnswerId id;  // of the letter it becomes: the same one if it has to be sent again
  Stage stage = Stage::Asking;
  std::string question;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(response), CEREAL_NVP(id), CEREAL_NVP(stage), CEREAL_NVP(question), tail);
  }
};

// Of what was begun with an invitation or came in a box the code is part, and it lies among nobody's drafts.
inline std::string answers_key(const SurveyId& survey, const std::string& service, const std::string& code) {
  return "feedback answers " + survey.text() + " " + service + code;
}
// Of the edition that a device asks now, and of an older one that somebody is half way through.
inline std::string form_key(const std::string& survey) { return "feedback form " + survey; }
inline std::string form_key(const Edition& edition) {
  return form_key(edition.survey.text()) + " " + std::to_string(edition.version);
}

}  // namespace alongside::feedback
