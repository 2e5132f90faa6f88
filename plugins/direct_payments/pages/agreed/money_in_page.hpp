// MoneyInPage: writes down money that came in beside the council's payments, or went back to it: own money, a refund,
// what was there before, what was paid back. What is typed is kept as a draft of this agreement.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/route.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/direct_payments/model/money_in_form.hpp"
#include "plugins/direct_payments/pages/book_store.hpp"

#include <string>

namespace alongside::direct_payments {

class MoneyInPage final : public Page {
 public:
  MoneyInPage(Host& host, BookStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  bool read_draft(const BookAgreement& of);
  void begin_new();
  void form_ui(ui::Ui& ui, const BookAgreement& of);
  void errors_ui(ui::Ui& ui);
  bool kind_ui(ui::Ui& ui, const BookAgreement& of);
  bool fields_ui(ui::Ui& ui);
  void save(ui::Ui& ui, const BookAgreement& of);
  void done_ui(ui::Ui& ui, const BookAgreement& of);

  Host& host_;
  BookStore& store_;
  Route route_;
  std::string draft_key_;
  bool is_draft_read_ = false;
  MoneyInForm form_;
  MoneyInFaults faults_;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  bool wants_focus_ = false;  // once, when it is saved
  std::string saved_text_;
  Saving saving_;
};

}  // namespace alongside::direct_payments
