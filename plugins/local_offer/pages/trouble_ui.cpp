#include "plugins/local_offer/pages/trouble_ui.hpp"

#include "app/ui/ui.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

Trouble trouble_ui(ui::Ui& ui, Load load, std::string_view waiting) {
  switch (load) {
    case Load::Idle:
    case Load::Waiting: ui.status("trouble", waiting); return Trouble::None;
    case Load::Ready: return Trouble::None;
    case Load::Missing: ui.status("trouble", ui.tr("local_offer.trouble.missing"_t)); return Trouble::None;
    case Load::Offline: ui.status("trouble", ui.tr("local_offer.trouble.offline"_t)); break;
    case Load::Failed: ui.status("trouble", ui.tr("local_offer.trouble.failed"_t)); break;
  }
  return ui.button("again", ui.tr("local_offer.trouble.again"_t)) ? Trouble::TryAgain : Trouble::None;
}

}  // namespace alongside::local_offer
