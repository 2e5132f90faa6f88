// survey_card_ui: one open survey as a card in the list. Used by SayPage.
#pragma once

#include "app/base/date.hpp"
#include "plugins/feedback/model/survey.hpp"

#include <string_view>

namespace alongside::ui {
class Ui;
}

namespace alongside::feedback {

// `phone` is offered for a survey whose questions cannot be answered here.
void survey_card_ui(ui::Ui& ui, const Survey& survey, Date today, std::string_view phone);

}  // namespace alongside::feedback
