#include "tests/support/messages/outside_message.hpp"

#include "plugins/feedback/model/carried_draft.hpp"
#include "plugins/feedback/model/change_story.hpp"
#include "plugins/feedback/model/definition.hpp"
#include "plugins/feedback/model/invited_survey.hpp"
#include "plugins/feedback/model/published_form.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/results/release.hpp"
#include "plugins/feedback/model/results/themes.hpp"
#include "plugins/feedback/model/safety_call.hpp"
#include "plugins/feedback/model/survey_draft.hpp"
#include "plugins/feedback/model/survey_list.hpp"

namespace alongside::testing {

std::vector<OutsideMessage> messages_of_surveys() {
  return {
      outside_message<feedback::CarriedDraft>("CarriedDraft"),
      outside_message<feedback::CarriedList>("CarriedList"),
      outside_message<feedback::ChangeStory>("ChangeStory"),
      outside_message<feedback::ChangeList>("ChangeList"),
      outside_message<feedback::Definition>("Definition"),
      outside_message<feedback::PublishedSurvey>("PublishedSurvey"),
      outside_message<feedback::InvitedSurvey>("InvitedSurvey"),
      outside_message<feedback::PublishedForm>("PublishedForm"),
      outside_message<feedback::AnonymousAnswers>("AnonymousAnswers"),
      outside_message<feedback::KeptAnswers>("KeptAnswers"),
      outside_message<feedback::NamedAnswers>("NamedAnswers"),
      outside_message<feedback::VisitNote>("VisitNote"),
      outside_message<feedback::PutVisitNote>("PutVisitNote"),
      outside_message<feedback::SafetyLetter>("SafetyLetter"),
      outside_message<feedback::PutSafetyCall>("PutSafetyCall"),
      outside_message<feedback::KeptSafetyCall>("KeptSafetyCall"),
      outside_message<feedback::SurveyDraft>("SurveyDraft"),
      outside_message<feedback::SurveyList>("SurveyList"),
      outside_message<feedback::Release>("Release"),
      outside_message<feedback::Themes>("Themes"),
  };
}

}  // namespace alongside::testing
