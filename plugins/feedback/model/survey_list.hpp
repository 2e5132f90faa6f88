// SurveyList: the surveys that are open today. Sent by the API, read by the feedback screen; also
// how the API keeps all of a council's surveys.
#pragma once

#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/feedback/model/survey.hpp"

#include <vector>

namespace alongside::feedback {

struct SurveyList {
  static constexpr wire::SchemaId schema{30, 1};

  std::vector<Survey> surveys;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(surveys), tail);
  }
};

}  // namespace alongside::feedback
