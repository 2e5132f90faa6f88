// What the council answered in writing before money was spent, as every screen shows it: the answer, its words, who
// decided it and when. Used by "May I spend it on this?", by what is agreed and by returns.
#pragma once

#include "plugins/direct_payments/model/spending/spend_question.hpp"

#include <span>
#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

// "A trike, £380.00".
std::string asked_text(const SpendQuestion& question);
std::string reply_text(const ui::Ui& ui, SpendReply reply);
// The last one first: it counts. Inside a scope of the question's own.
void answers_ui(ui::Ui& ui, const SpendQuestion& question);
// All of them under a heading; nothing where there are none.
void written_answers_section(ui::Ui& ui, std::span<const SpendQuestion> answered);

}  // namespace alongside::direct_payments
