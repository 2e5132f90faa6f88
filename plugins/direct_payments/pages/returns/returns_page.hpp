// ReturnsPage: what is to be sent next of each agreement, and what was sent before.
#pragma once

#include "app/plugin_api/page.hpp"
#include "plugins/direct_payments/pages/money_store.hpp"
#include "plugins/direct_payments/pages/returns/rules_reader.hpp"

namespace alongside::direct_payments {

class ReturnsPage final : public Page {
 public:
  ReturnsPage(Host& host, MoneyStore& store, RulesReader& rules) : host_(host), store_(store), rules_(rules) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void agreement_ui(ui::Ui& ui, const BookAgreement& agreement);
  void next_ui(ui::Ui& ui, const BookAgreement& agreement);
  void sent_ui(ui::Ui& ui, const BookAgreement& agreement);

  Host& host_;
  MoneyStore& store_;
  RulesReader& rules_;
  Route route_;
};

}  // namespace alongside::direct_payments
