// SurveyDraft: a survey that somebody has begun on this device and not sent. Kept by the answering
// screen at every touch, on this device only.
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

}  // namespace alongside::feedback
