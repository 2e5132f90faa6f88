// keep_ui: the button by which somebody keeps a service in their list, or lets it go. Used by the cards and by
// the service screen.
#pragma once

#include "plugins/local_offer/model/service_summary.hpp"
#include "plugins/local_offer/pages/shortlist.hpp"

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

void keep_ui(ui::Ui& ui, const ServiceSummary& service, Shortlist& shortlist);

}  // namespace alongside::local_offer
