// RequestsPage: everything that this person has asked for and how it stands, and the way to ask.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "plugins/requests/pages/request_store.hpp"

#include <string>

namespace alongside::requests {

class RequestsPage final : public Page {
 public:
  RequestsPage(Host& host, RequestStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override { route_ = route; }
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void family_ui(ui::Ui& ui);
  void refused_ui(ui::Ui& ui);
  void list_ui(ui::Ui& ui);

  Host& host_;
  RequestStore& store_;
  Route route_;
};

// The lines on the home page: what is open, and what waits for the family.
bool has_summary(RequestStore& store);
void summary_ui(ui::Ui& ui, RequestStore& store);

}  // namespace alongside::requests
