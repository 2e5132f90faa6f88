// SpendPage: "I spent this." A short form, kept as a draft as it is typed; saved on this device even
// with no network. Afterwards it asks how it was, when somebody takes that question.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/direct_payments/model/spend_form.hpp"
#include "plugins/direct_payments/pages/money_store.hpp"
#include "plugins/direct_payments/pages/receipt_field.hpp"

#include <string>

namespace alongside::direct_payments {

class SpendPage final : public Page {
 public:
  SpendPage(Host& host, MoneyStore& store) : host_(host), store_(store), receipts_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void begin(const MoneyStore::View& view);
  void form_ui(ui::Ui& ui, const MoneyStore::View& view);
  bool fields_ui(ui::Ui& ui, const MoneyStore::View& view);
  bool planned_ui(ui::Ui& ui, const MoneyStore::View& view);
  const BookPlan* chosen_plan();
  void done_ui(ui::Ui& ui, const MoneyStore::View& view);
  void keep_draft();
  void save(const MoneyStore::View& view);

  Host& host_;
  MoneyStore& store_;
  Route route_;
  std::string draft_key_;
  bool has_begun_ = false;
  bool is_restored_ = false;
  SpendForm form_;
  SpendFaults faults_;
  ReceiptField receipts_;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  Saving saving_;
  bool wants_focus_ = false;  // once, when the form has made way for what comes next
  std::string how_was_it_;    // the address of the question, when there is one
  std::string saved_text_;
  std::size_t saved_receipts_ = 0;
};

}  // namespace alongside::direct_payments
