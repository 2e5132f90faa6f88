// AffordPage: "Can my budget pay for this?" Another plugin's intent brings what a thing costs; here the
// person says how many times, reads plainly whether the money reaches, and may put it in the plan.
// Signed out, it asks them to sign in and keeps the intent in the address.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/direct_payments/model/afford.hpp"
#include "plugins/direct_payments/pages/money_store.hpp"

#include <string>

namespace alongside::direct_payments {

class AffordPage final : public Page {
 public:
  AffordPage(Host& host, MoneyStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void cost_ui(ui::Ui& ui);
  void question_ui(ui::Ui& ui, const MoneyStore::View& view);
  void answer_ui(ui::Ui& ui, const MoneyStore::View& view, const AffordAnswer& answer);
  void plan_ui(ui::Ui& ui, const MoneyStore::View& view, std::uint32_t times);
  void planned_ui(ui::Ui& ui);
  void put_in_plan(const MoneyStore::View& view, std::uint32_t times);

  Host& host_;
  MoneyStore& store_;
  Route route_;
  bool has_cost_ = false;  // the address holds a whole one
  wire::CostIntent cost_;
  std::string times_ = "1";
  DocumentId planned_;        // what has been put in the plan here
  DocumentId agreement_;      // of which
  bool wants_focus_ = false;  // once, when the question has made way for what comes next
  Saving saving_;
};

}  // namespace alongside::direct_payments
