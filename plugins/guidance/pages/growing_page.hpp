// GrowingPage: the way from 13 to 25, a card for each step.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "plugins/guidance/pages/guidance_store.hpp"

#include <string>

namespace alongside::guidance {

class GrowingPage final : public Page {
 public:
  GrowingPage(Host& host, GuidanceStore& store) : host_(host), store_(store) {}

  void opened(const Route&) override { store_.want(); }
  std::string title(const ui::Words& words) const override;
  std::string shared_address() const override { return "/growing-up"; }
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  Host& host_;
  GuidanceStore& store_;
};

}  // namespace alongside::guidance
