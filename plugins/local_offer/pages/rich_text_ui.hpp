// rich_text_ui: a provider's words as headings, paragraphs and lists. They are marked as English,
// which is what feeds hold. Used by the service screen.
#pragma once

#include "app/ui/key.hpp"
#include "plugins/local_offer/model/rich_text.hpp"

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

void rich_text_ui(ui::Ui& ui, ui::Key key, const RichText& rich, int heading_level);

}  // namespace alongside::local_offer
