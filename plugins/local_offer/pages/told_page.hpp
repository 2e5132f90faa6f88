// ToldPage: everything somebody asked to be told, what is new of each, and one press to stop.
#pragma once

#include "app/plugin_api/page.hpp"
#include "plugins/local_offer/pages/told_book.hpp"

namespace alongside::local_offer {

class ToldPage final : public Page {
 public:
  ToldPage(Host& host, ToldBook& book) : host_(host), book_(book) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void refused_ui(ui::Ui& ui);
  void ask_ui(ui::Ui& ui, ToldAsk ask);

  Host& host_;
  ToldBook& book_;
};

}  // namespace alongside::local_offer
