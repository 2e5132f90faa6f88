// EntryPage: one payment, in or out: what, when, who, how far it has come; and how to take it back when it
// was wrong. Nothing is ever rubbed out: taking back adds a line that says why.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/direct_payments/pages/money_store.hpp"
#include "plugins/direct_payments/pages/receipt_field.hpp"

#include <string>
#include <vector>

namespace alongside::direct_payments {

class EntryPage final : public Page {
 public:
  EntryPage(Host& host, MoneyStore& store) : host_(host), store_(store), receipts_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void entry_ui(ui::Ui& ui, const BookEntry& entry);
  void receipts_ui(ui::Ui& ui, const BookEntry& entry);
  void take_back_ui(ui::Ui& ui, const BookEntry& entry);
  void take_back(const BookEntry& entry);

  Host& host_;
  MoneyStore& store_;
  Route route_;
  std::string draft_key_;
  std::string reason_;
  bool is_reason_read_ = false;
  bool is_reason_wrong_ = false;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  Saving saving_;
  ReceiptField receipts_;
  std::vector<ReceiptNote> new_receipts_;  // until the change that names each is made
};

}  // namespace alongside::direct_payments
