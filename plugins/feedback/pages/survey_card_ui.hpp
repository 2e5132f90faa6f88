// survey_card_ui: one open survey as a card in the list. Used by SayPage.
#pragma once

#include "app/base/date.hpp"
#include "plugins/feedback/model/survey.hpp"

namespace alongside::ui {
class Ui;
}

namespace alongside::feedback {

void survey_card_ui(ui::Ui& ui, const Survey& survey, Date today);

}  // namespace alongside::feedback
