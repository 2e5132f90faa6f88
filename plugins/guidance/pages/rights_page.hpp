// RightsPage: everything a family may ask for by law, and who stands on its side; also from a service's page, whose
// name then goes into a complaint's letter. Reads the same without a network.
#pragma once

#include "app/plugin_api/page.hpp"
#include "plugins/guidance/pages/guidance_store.hpp"

#include <string>

namespace alongside::guidance {

class RightsPage final : public Page {
 public:
  RightsPage(Host& host, GuidanceStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  std::string shared_address() const override { return "/rights"; }
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void ways_ui(ui::Ui& ui);

  Host& host_;
  GuidanceStore& store_;
  std::string service_;  // its id, when somebody came from its page
  std::string name_;
};

}  // namespace alongside::guidance
