// StatementPage: a bank's file on the screen. It is chosen, each of its lines is shown with what would become of it and
// why, a person puts right what is wrong, and one press adds the new payments to the ledger; then what the bank says
// was there is held beside what we say.
#pragma once

#include "app/plugin_api/page.hpp"
#include "plugins/direct_payments/model/statement/places_by_key.hpp"
#include "plugins/direct_payments/pages/statement/statement_desk.hpp"

#include <string>

namespace alongside::direct_payments {

class StatementPage final : public Page {
 public:
  StatementPage(Host& host, BookStore& store, StatementDesk& desk) : host_(host), store_(store), desk_(desk) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  static constexpr std::size_t shown_at_first = 20;

  // statement_page.cpp
  void choose_ui(ui::Ui& ui);
  void file_ui(ui::Ui& ui, const BookAgreement& agreement);
  void account_ui(ui::Ui& ui);
  void add_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview);

  // lines_ui.cpp
  void counts_ui(ui::Ui& ui, const FilePreview& preview);
  void notes_ui(ui::Ui& ui);
  void unread_ui(ui::Ui& ui);
  void there_ui(ui::Ui& ui, const FilePreview& preview);

  // rows_ui.cpp
  void rows_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview);
  void row_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview, std::size_t at);
  void choice_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview, std::size_t at);

  // balance_ui.cpp
  void balance_ui(ui::Ui& ui, const BookAgreement& agreement, const FilePreview& preview);
  void checkup_ui(ui::Ui& ui, const FilePreview& preview, const BankBalance& balance, const BalanceCheckup& checkup);

  Host& host_;
  BookStore& store_;
  StatementDesk& desk_;
  Route route_;
  std::size_t shown_ = shown_at_first;
  std::size_t shown_unread_ = shown_at_first;
  std::size_t shown_there_ = shown_at_first;
  bool is_there_open_ = false;
  PlacesByKey open_;     // rows that are being put right, by their keys
  std::string closing_;  // as typed
};

}  // namespace alongside::direct_payments
