#include "plugins/local_offer/pages/keep_ui.hpp"

#include "app/ui/ui.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

void keep_ui(ui::Ui& ui, const ServiceSummary& service, Shortlist& shortlist) {
  const bool is_kept = shortlist.has(service.id);
  if (!is_kept && shortlist.is_full()) return;
  const std::string words = ui.tr("local_offer.list.keep"_t, {{"name", service.name}});
  if (ui.toggle("keep", words, is_kept ? ui::Pressed::Yes : ui::Pressed::No)) shortlist.toggle(service.id);
}

}  // namespace alongside::local_offer
