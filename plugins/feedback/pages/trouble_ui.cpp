#include "plugins/feedback/pages/trouble_ui.hpp"

#include "app/ui/ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

Trouble load_trouble_ui(ui::Ui& ui, Load load) {
  switch (load) {
    case Load::Ready: return Trouble::None;
    case Load::Waiting: ui.status("trouble", ui.tr("feedback.waiting"_t)); return Trouble::None;
    case Load::Missing: ui.status("trouble", ui.tr("feedback.missing"_t)); return Trouble::None;
    case Load::Offline: ui.status("trouble", ui.tr("feedback.offline"_t)); break;
    case Load::Failed: ui.status("trouble", ui.tr("feedback.failed"_t)); break;
  }
  return ui.button("again", ui.tr("feedback.again"_t)) ? Trouble::TryAgain : Trouble::None;
}

}  // namespace alongside::feedback
