#include "plugins/feedback/pages/trouble_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/feedback/pages/tell_ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

Trouble load_trouble_ui(ui::Ui& ui, Load load) {
  switch (load) {
    case Load::Ready: return Trouble::None;
    case Load::Waiting: tell_status(ui, "trouble", "feedback.list.waiting"_t); return Trouble::None;
    case Load::Missing: tell_status(ui, "trouble", "feedback.list.missing"_t); return Trouble::None;
    case Load::Offline: tell_status(ui, "trouble", "feedback.list.offline"_t); break;
    case Load::Failed: tell_status(ui, "trouble", "feedback.list.failed"_t); break;
  }
  return press(ui, "again", "feedback.list.again"_t) ? Trouble::TryAgain : Trouble::None;
}

}  // namespace alongside::feedback
