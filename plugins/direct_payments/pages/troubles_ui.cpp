// troubles_section of the money screen: changes that were not made, each with what it was and what the
// person can do. Nothing they typed is hidden from them.
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/pages/money_sections.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

struct WhatItWas {
  const ui::Ui& ui;
  const Book& book;

  std::string operator()(const RecordTransaction& record) const {
    std::int64_t spent = 0;
    for (const Posting& posting : record.postings) {
      if (kind_of(posting.account) == AccountKind::Expense) spent += posting.amount.pence();
    }
    return ui.tr("direct_payments.trouble.spend"_t, {{"what", record.text}, {"money", pence_text(spent)}});
  }
  std::string operator()(const ReverseTransaction& reverse) const {
    return ui.tr("direct_payments.trouble.reverse"_t, {{"reason", reverse.reason}});
  }
  std::string operator()(const PutPlanItem& put) const {
    const std::int64_t cost = put.item.unit_cost.pence() * put.item.units;
    return ui.tr("direct_payments.trouble.plan"_t, {{"name", put.item.name}, {"money", pence_text(cost)}});
  }
  std::string operator()(const RemovePlanItem& remove) const {
    const BookPlan* plan = remove.name.empty() ? book.planned(remove.id) : nullptr;
    return ui.tr("direct_payments.trouble.unplan"_t, {{"name", plan == nullptr ? remove.name : plan->item.name}});
  }
  std::string operator()(const AddReceipt& add) const {
    const BookEntry* entry = book.entry(add.transaction);
    return ui.tr("direct_payments.trouble.receipt"_t,
                 {{"what", entry == nullptr ? std::string() : entry_text(ui, entry->transaction)}});
  }
  std::string operator()(const SendReturn& sent) const {
    return ui.tr("direct_payments.trouble.return"_t,
                 {{"first", day_text(ui, sent.first)}, {"last", day_text(ui, sent.last)}});
  }
  std::string operator()(const AnswerReturn& answer) const {
    return ui.tr("direct_payments.trouble.answer"_t, {{"words", answer.words}});
  }
};

bool is_of_sent_period(const BookChange& change) { return change.code == name_of(LedgerFault::PeriodSent); }

// Of a plan, "not there" means that it was taken out: whoever may not see it has never had it to change.
std::string why_text(const ui::Ui& ui, const Book& book, const BookChange& change) {
  if (is_of_sent_period(change)) {
    return std::holds_alternative<RecordTransaction>(change.change) ? ui.tr("direct_payments.trouble.sent_spend"_t)
                                                                    : ui.tr("direct_payments.trouble.sent"_t);
  }
  if (change.code == "other_figures") return ui.tr("direct_payments.trouble.figures"_t);
  if (change.code == name_of(ReturnFault::AlreadySent)) return ui.tr("direct_payments.trouble.sent_twice"_t);
  if (change.code == name_of(ReturnFault::NoQuestion)) return ui.tr("direct_payments.trouble.no_question"_t);
  if (change.code == "not_found" && std::holds_alternative<RemovePlanItem>(change.change))
    return ui.tr("direct_payments.trouble.out"_t);
  const auto* put = std::get_if<PutPlanItem>(&change.change);
  if (change.progress == Progress::Conflict && put != nullptr && book.planned(put->id) == nullptr)
    return ui.tr("direct_payments.trouble.out_while"_t);
  if (change.progress == Progress::Conflict) return ui.tr("direct_payments.trouble.conflict"_t);
  if (change.code == "grown_up") return ui.tr("direct_payments.trouble.grown_up"_t);
  if (change.code == "not_allowed" || change.code == "not_found") return ui.tr("direct_payments.trouble.allowed"_t);
  if (change.code == "too_many_files") return ui.tr("direct_payments.receipt.most"_t);
  if (change.code == "already_added") return ui.tr("direct_payments.trouble.already_added"_t);
  if (change.code == "already_reversed") return ui.tr("direct_payments.trouble.already"_t);
  return ui.tr("direct_payments.trouble.refused"_t);
}

}  // namespace

void troubles_section(ui::Ui& ui, const Book& book, const TroubleActions& actions) {
  if (book.troubles.empty()) return;
  const BookChange* chosen = nullptr;
  const std::function<void(const BookChange&)>* action = nullptr;
  {
    const auto card = ui.card("troubles");
    ui.heading(2, ui.tr("direct_payments.trouble.title"_t));
    const auto list = ui.list("changes", ui.tr("direct_payments.trouble.title"_t), ui::ListLook::Plain);
    for (const BookChange& change : book.troubles) {
      const std::string id = change.id.text();
      const auto item = ui.list_item(ui::Key(id));
      const std::string what = std::visit(WhatItWas{ui, book}, change.change);
      ui.text(what, ui::TextLook::Strong, ui::Icon::Warning);
      ui.text(why_text(ui, book, change));
      if (is_of_sent_period(change) && std::holds_alternative<RecordTransaction>(change.change) &&
          ui.button("today", ui.tr("direct_payments.trouble.move"_t, {{"what", what}}), ui::ButtonLook::Secondary))
        chosen = &change, action = &actions.move_to_today;
      if (ui.button("away", ui.tr("direct_payments.trouble.put_away"_t, {{"what", what}}), ui::ButtonLook::Quiet))
        chosen = &change, action = &actions.put_away;
    }
  }
  if (chosen != nullptr) (*action)(BookChange(*chosen));  // a copy: it is about to go
}

}  // namespace alongside::direct_payments
