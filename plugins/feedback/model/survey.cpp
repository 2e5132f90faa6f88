#include "plugins/feedback/model/survey.hpp"

namespace alongside::feedback {

bool is_open(const Survey& survey, Date today) {
  return survey.status == SurveyStatus::Published && survey.opens <= today && today <= survey.closes;
}

}  // namespace alongside::feedback
