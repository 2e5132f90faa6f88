// ServicePage: one service, told in the order parents ask: who it is for, what happens, when,
// where, what it costs, how to get a place. Fetches it when the page opens; without a network it shows what this device
// has of it.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/page.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "plugins/local_offer/pages/fetched.hpp"
#include "plugins/local_offer/pages/kept_detail.hpp"
#include "plugins/local_offer/pages/shortlist.hpp"
#include "plugins/local_offer/pages/told_book.hpp"

#include <string>

namespace alongside::local_offer {

class ServicePage final : public Page {
 public:
  ServicePage(Host& host, Shortlist& shortlist, ToldBook& told) : host_(host), shortlist_(shortlist), told_(told) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  std::string shared_address() const override { return "/service/" + id_; }
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void fetch();
  void service_ui(ui::Ui& ui, const ServiceDetail& service);
  void top_ui(ui::Ui& ui, const ServiceDetail& service);

  Host& host_;
  Shortlist& shortlist_;
  ToldBook& told_;
  Route route_;
  std::string id_;
  Fetched<ServiceDetail> service_;
  KeptDetail kept_;
  bool is_kept_asked_ = false;
};

}  // namespace alongside::local_offer
