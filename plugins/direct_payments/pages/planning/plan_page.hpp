// PlanPage: the whole plan of one agreement: lines by the outcome they are for, what comes again and when, what is
// committed against what is spent; adding, changing, ending and taking out a line. Who may only look reads it.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/direct_payments/model/planning/plan_form.hpp"
#include "plugins/direct_payments/model/planning/plan_view.hpp"
#include "plugins/direct_payments/model/spending/agreed_words.hpp"
#include "plugins/direct_payments/pages/book_store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace alongside::direct_payments {

class PlanPage final : public Page {
 public:
  PlanPage(Host& host, BookStore& store) : host_(host), store_(store) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  struct Wanted {  // what a press asked for; done last, since it changes the book
    const BookPlan* change = nullptr;
    const BookPlan* remove = nullptr;
    const BookPlan* end = nullptr;
  };

  bool read_draft(const BookAgreement& of);
  void keep_draft();
  void sums_ui(ui::Ui& ui, const PlanView& view);
  void lines_ui(ui::Ui& ui, const BookAgreement& of, const PlanView& view, Wanted& wanted);
  void outcome_ui(ui::Ui& ui, const BookAgreement& of, const PlanView& view, std::uint16_t outcome, Wanted& wanted);
  void line_ui(ui::Ui& ui, const BookAgreement& of, const PlanViewLine& line, Wanted& wanted);
  void form_ui(ui::Ui& ui, const BookAgreement& of);
  bool fields_ui(ui::Ui& ui);
  bool when_ui(ui::Ui& ui);
  void errors_ui(ui::Ui& ui);
  void save(const BookAgreement& of);
  void act(const BookAgreement& of, const Wanted& wanted);

  Host& host_;
  BookStore& store_;
  Route route_;
  std::string draft_key_;
  bool is_draft_read_ = false;
  PlanForm form_;
  DocumentId changing_;  // the line in the form; nil: a new one
  wire::Version seen_;   // of that line, when the form was filled with it
  PlanFaults faults_;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  bool wants_focus_ = false;  // once, when a line came into the form
  Saving saving_;
  std::optional<AgreedWords> agreed_;
};

}  // namespace alongside::direct_payments
