#include "plugins/feedback/api/survey_wide.hpp"

namespace alongside::feedback {

Clearing clearing_named(std::string_view name, Clearing otherwise) {
  if (name == "none") return Clearing::Never;
  if (name == "onComplete") return Clearing::AtEnd;
  return name == "onHidden" || name == "onHiddenContainer" ? Clearing::WhenHidden : otherwise;
}

SurveyWide read_survey_wide(const FormPlace& top) {
  return {clearing_named(top.words("clearInvisibleValues"), Clearing::AtEnd), top.flag("storeOthersAsComment", true)};
}

}  // namespace alongside::feedback
