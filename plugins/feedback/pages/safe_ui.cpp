#include "plugins/feedback/pages/safe_ui.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"

namespace alongside::feedback {

using namespace ui::literals;

void safe_ui(ui::Ui& ui, const Host& host, SafeLook look) {
  const wire::Council& council = host.council();
  const auto card = ui.card("safe", ui::CardLook::Soft);
  if (look == SafeLook::WithTheWay) {
    ui.link("unsafe", ui.tr("feedback.unsafe.title"_t), "/say/safe", ui::LinkLook::Button, ui::Icon::Warning);
  }
  if (!council.safeguarding.phone.empty()) {
    ui.link("ring", ui.tr("feedback.unsafe.ring"_t, {{"phone", council.safeguarding.phone}}),
            telephone_link(council.safeguarding.phone), ui::LinkLook::Standalone, ui::Icon::Phone);
  }
  bilingual_text_ui(ui, council.emergency, ui::TextLook::Strong);
}

}  // namespace alongside::feedback
