// result_card_ui: one found service as a card in the list, with a link to it that remembers the
// search. Used by the find screen.
#pragma once

#include "app/base/date.hpp"
#include "app/plugin_api/route.hpp"
#include "plugins/local_offer/model/search/search_result.hpp"
#include "plugins/local_offer/pages/shortlist.hpp"

namespace alongside::ui {
class Ui;
}

namespace alongside::local_offer {

struct ResultCard {
  const ServiceSummary& service;
  const Hit& hit;
  const Route& search;  // the find screen's address
  Date today;
  Shortlist& shortlist;
};

void result_card_ui(ui::Ui& ui, const ResultCard& card);

}  // namespace alongside::local_offer
