// The words for a comment or correction: of what it speaks and how it stands. Used by every screen of comments.
#pragma once

#include "plugins/comments/model/remark_rules.hpp"
#include "plugins/comments/pages/comment_store.hpp"

#include <string>

namespace alongside::ui {
class Ui;
}

namespace alongside::comments {

std::string topic_text(const ui::Ui& ui, Topic topic);
std::string fact_text(const ui::Ui& ui, Fact fact);
// "Farm Tea", or what it is about where that is nothing in particular.
std::string title_text(const ui::Ui& ui, const Remark& remark);
void state_ui(ui::Ui& ui, const OwnRemark& one);
// What happens next, or why it is not published, in one sentence; empty when there is nothing to say.
std::string next_text(const ui::Ui& ui, const OwnRemark& one);
// "Saved on this device. It goes to us when there is a network." Empty when the council has it.
std::string progress_text(const ui::Ui& ui, Progress progress);
std::string fault_text(const ui::Ui& ui, RemarkFault fault);
// A service's name stands in English, whatever language the screen is in.
void name_ui(ui::Ui& ui, const std::string& name);

}  // namespace alongside::comments
