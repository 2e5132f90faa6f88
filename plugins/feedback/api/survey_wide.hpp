// SurveyWide: what a definition says once for all of its questions. Read by read_form.
#pragma once

#include "plugins/feedback/api/form_place.hpp"
#include "plugins/feedback/model/form.hpp"

namespace alongside::feedback {

Clearing clearing_named(std::string_view name, Clearing otherwise);

struct SurveyWide {
  Clearing clearing = Clearing::AtEnd;
  bool has_other_beside = true;  // storeOthersAsComment: the words of "other" are kept beside the answer
};

SurveyWide read_survey_wide(const FormPlace& top);

}  // namespace alongside::feedback
