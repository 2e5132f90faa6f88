// MayIPage: "May I spend it on this?" Whoever writes what they want to pay for reads what the agreement and the
// council's rules say, in their own words; where that is not enough they ask the council, also without a network, and
// its written answers stay here. Signed out, the rules for everybody answer.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/plugin_api/saving.hpp"
#include "app/ui/fields.hpp"
#include "plugins/direct_payments/model/spending/may_spend.hpp"
#include "plugins/direct_payments/pages/book_store.hpp"
#include "plugins/direct_payments/pages/spending/may_i_form.hpp"
#include "plugins/direct_payments/pages/spending/question_store.hpp"
#include "plugins/direct_payments/pages/spending/spend_rules_reader.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace alongside::direct_payments {

class MayIPage final : public Page {
 public:
  MayIPage(Host& host, BookStore& store, SpendRulesReader& rules) : host_(host), store_(store), rules_(rules) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  struct Asked {
    std::string what;
    std::optional<Money> cost;
    std::optional<SpendVerdict> told = {};  // announced already
  };

  bool read_draft(const BookAgreement* of);
  const QuestionBook& questions_of(const BookAgreement& of);
  void form_ui(ui::Ui& ui, const SpendRules& rules);
  void look();
  void answer_ui(ui::Ui& ui, const BookAgreement* of, const SpendRules& rules);
  void tell(ui::Ui& ui, SpendVerdict verdict);
  void hit_ui(ui::Ui& ui, const RuleHit& hit, const SpendRules& rules, std::size_t index);
  void earlier_ui(ui::Ui& ui, const BookAgreement& of);
  void ask_ui(ui::Ui& ui, const BookAgreement& of);
  void ask(const BookAgreement& of);
  void refused_ui(ui::Ui& ui, const QuestionBook& book);
  void questions_ui(ui::Ui& ui, const BookAgreement& of);

  Host& host_;
  BookStore& store_;
  SpendRulesReader& rules_;
  Route route_;
  std::string draft_key_;
  bool is_draft_read_ = false;
  MayIForm form_;
  std::optional<Asked> asked_;  // what the answer on the screen is about
  bool is_what_missing_ = false, is_cost_bad_ = false, is_why_bad_ = false;
  ui::TakeFocus summary_focus_ = ui::TakeFocus::No;
  Saving saving_;
  std::optional<std::uint64_t> edition_;  // of the records that these were read from
  QuestionBook book_;
  std::optional<AgreedWords> agreed_;
};

}  // namespace alongside::direct_payments
