// The sentences of feedback's screens, by their keys. A sentence that is made where it is drawn costs some sixty bytes
// of the module each time; here it is made once.
#pragma once

#include "app/ui/ui.hpp"

namespace alongside::feedback {

void tell(ui::Ui& ui, ui::TextKey words, ui::TextLook look = ui::TextLook::Body, ui::Icon icon = ui::Icon::None);
void tell_heading(ui::Ui& ui, int level, ui::TextKey words);
void tell_status(ui::Ui& ui, ui::Key key, ui::TextKey words);
void tell_wrong(ui::Ui& ui, ui::TextKey words);
bool press(ui::Ui& ui, ui::Key key, ui::TextKey words, ui::ButtonLook look = ui::ButtonLook::Secondary);

}  // namespace alongside::feedback
