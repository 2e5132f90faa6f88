// FindPage: the search of the local offer: a form, what was understood, and the services found.
// Its state is the address; the list of services is the plugin's OfferStore.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "app/ui/fields.hpp"
#include "plugins/local_offer/pages/find_route.hpp"
#include "plugins/local_offer/pages/narrow_ui.hpp"
#include "plugins/local_offer/pages/offer_store.hpp"
#include "plugins/local_offer/pages/shortlist.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::local_offer {

class FindPage final : public Page {
 public:
  FindPage(Host& host, OfferStore& store, Shortlist& shortlist) : host_(host), store_(store), shortlist_(shortlist) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  // Not with the town where somebody looks.
  std::string shared_address() const override { return form_.near.empty() ? route_of(form_).text() : std::string(); }
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void search_ui(ui::Ui& ui);
  bool words_ui(ui::Ui& ui);
  void narrow_ui(ui::Ui& ui);
  bool fields_ui(ui::Ui& ui);
  void results_ui(ui::Ui& ui);
  void map_link_ui(ui::Ui& ui);
  void found_ui(ui::Ui& ui);
  void similar_ui(ui::Ui& ui);
  void card_ui(ui::Ui& ui, const Hit& hit);
  void changed();
  void submitted();
  void refresh();
  std::vector<ui::FieldError> errors(ui::Ui& ui) const;
  std::vector<wire::Place> places() const;  // to measure from

  Host& host_;
  OfferStore& store_;
  Shortlist& shortlist_;
  FindForm form_;
  std::uint32_t shown_ = shown_at_first;
  std::string address_;  // what the address bar has
  FindMistake mistake_ = FindMistake::None;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  NarrowUi narrow_;
  SearchResult result_;
  bool is_stale_ = true;  // result_ is of an earlier form, list or council
  bool is_expecting_ = false;
  std::size_t places_known_ = 0;
};

}  // namespace alongside::local_offer
