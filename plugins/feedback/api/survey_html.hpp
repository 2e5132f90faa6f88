// survey_html: the feedback screen as plain HTML, for people without scripts and for the moment
// before they arrive. Used by the feature's page.
#pragma once

#include "app/server/language.hpp"
#include "app/server/page_content.hpp"
#include "plugins/feedback/model/survey_list.hpp"

namespace alongside::feedback {

server::PageContent survey_html(const SurveyList& open, const wire::Contact& council, server::Language language);

}  // namespace alongside::feedback
