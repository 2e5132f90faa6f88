// ReturnPage: one period. What is still to be sent goes step by step: what we ask, the numbers, papers, what is
// missing, the declaration. What was sent shows where it is, what was said, and where the council's question is
// answered.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/direct_payments/model/returns/return_form.hpp"
#include "plugins/direct_payments/pages/money_store.hpp"
#include "plugins/direct_payments/pages/receipt_field.hpp"
#include "plugins/direct_payments/pages/returns/period_pack.hpp"
#include "plugins/direct_payments/pages/returns/rules_reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace alongside::direct_payments {

class ReturnPage final : public Page {
 public:
  ReturnPage(Host& host, MoneyStore& store, RulesReader& rules)
      : host_(host), store_(store), rules_(rules), files_(host) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  // The one to be sent, when the address names it.
  struct Due {
    const BookAgreement* agreement = nullptr;
    SentPeriod period;
    const BookReturn* opened = nullptr;  // the council opened it again
  };
  std::optional<Due> due(DocumentId id);
  const PeriodPack& pack_of(DocumentId agreement, SentPeriod period);
  bool read_draft();
  void keep_draft();

  // return_steps_ui.cpp
  void look_ui(ui::Ui& ui, const Due& due);
  void steps_ui(ui::Ui& ui, const Due& due);
  void part_ui(ui::Ui& ui, const Due& due, const PeriodPack& pack);
  void asks_ui(ui::Ui& ui);
  void numbers_ui(ui::Ui& ui, const PeriodPack& pack);
  void papers_ui(ui::Ui& ui, const PeriodPack& pack);
  void missing_ui(ui::Ui& ui, const Due& due, const PeriodPack& pack);
  void declaration_ui(ui::Ui& ui, const Due& due, const PeriodPack& pack);
  void go_to(ReturnPart part);
  void move_ui(ui::Ui& ui, const Due& due);
  void send(const Due& due, const PeriodPack& pack);

  // return_status_ui.cpp
  void status_ui(ui::Ui& ui, const BookReturn& one);
  void said_ui(ui::Ui& ui, const BookReturn& one);
  void editions_ui(ui::Ui& ui, const BookReturn& one);
  void answer_ui(ui::Ui& ui, const BookReturn& one);
  void answer(const BookReturn& one);

  Host& host_;
  MoneyStore& store_;
  RulesReader& rules_;
  ReceiptField files_;
  Route route_;
  std::string draft_key_;
  bool is_draft_read_ = false;
  ReturnForm form_;
  StatementFaults faults_;
  bool is_declared_ = false;
  bool is_declaration_missing_ = false;
  std::string words_;  // of an answer
  bool is_answer_wrong_ = false;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  Saving saving_;
  PeriodPack pack_;
  std::uint64_t pack_edition_ = 0;
};

}  // namespace alongside::direct_payments
