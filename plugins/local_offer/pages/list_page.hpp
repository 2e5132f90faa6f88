// ListPage: the services that somebody kept, or that somebody else sent ("/list?s=…"), as cards and, up to four
// of them, side by side. Needs no account; its address can be shared and printed.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/local_offer/pages/offer_store.hpp"
#include "plugins/local_offer/pages/shortlist.hpp"

#include <string>
#include <vector>

namespace alongside::local_offer {

class ListPage final : public Page {
 public:
  ListPage(Host& host, OfferStore& store, Shortlist& shortlist) : host_(host), store_(store), shortlist_(shortlist) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  std::string shared_address() const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void list_ui(ui::Ui& ui);
  void cards_ui(ui::Ui& ui, const std::vector<const ServiceSummary*>& services);
  void compare_ui(ui::Ui& ui, const std::vector<const ServiceSummary*>& services);
  void own_ui(ui::Ui& ui);
  void sent_ui(ui::Ui& ui);

  Host& host_;
  OfferStore& store_;
  Shortlist& shortlist_;
  std::vector<std::string> sent_;      // of the address: somebody else's list
  std::vector<std::string> compared_;  // ticked
};

}  // namespace alongside::local_offer
