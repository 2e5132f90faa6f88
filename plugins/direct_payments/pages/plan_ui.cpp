// plan_section of the money screen: what is meant to be paid in this period.
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/model/plan_days.hpp"
#include "plugins/direct_payments/pages/money_sections.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::string sum_text(const ui::Ui& ui, const PlanItem& item, const BudgetPeriod& period) {
  const std::int64_t all = planned_pence(item, period.first, period.last);
  const std::int64_t units = item.unit_cost.pence() == 0 ? 1 : all / item.unit_cost.pence();
  if (units == 1) return pence_text(all);
  return ui.tr("direct_payments.plan.times"_t,
               {{"times", std::to_string(units)}, {"each", item.unit_cost.text()}, {"all", pence_text(all)}});
}

void item_ui(ui::Ui& ui, const MoneyStore& store, const BudgetPeriod& period, const BookPlan& plan, Hands hands,
             const BookPlan*& taken_out) {
  ui.text(plan.item.name, ui::TextLook::Strong);
  ui.text(sum_text(ui, plan.item, period));
  const std::int64_t still = store.still_to_spend(plan);
  if (still == 0)
    ui.badge(ui::Tone::Good, ui::Icon::Check, ui.tr("direct_payments.plan.paid"_t));
  else if (still != planned_pence(plan.item, period.first, period.last))
    ui.text(ui.tr("direct_payments.plan.still"_t, {{"money", pence_text(still)}}));
  ui.text(progress_text(ui, plan.progress), ui::TextLook::Soft);
  if (hands.money == Hand::LookOnly && hands.plan == Hand::LookOnly) return;
  const auto row = ui.row("actions");
  if (hands.money == Hand::Change)
    ui.link("paid", ui.tr("direct_payments.plan.spend"_t, {{"name", plan.item.name}}),
            "/money/spend?for=" + plan.item.agreement.text() + "&plan=" + plan.id.text(), ui::LinkLook::Standalone,
            ui::Icon::Banknote);
  // What comes again and again is changed and ended in the whole plan.
  if (hands.plan == Hand::Change && every_of(plan.item) == PlanEvery::Once &&
      ui.button("out", ui.tr("direct_payments.plan.remove"_t, {{"name", plan.item.name}}), ui::ButtonLook::Quiet))
    taken_out = &plan;
}

}  // namespace

void plan_section(ui::Ui& ui, const MoneyStore& store, const MoneyStore::View& view, Hands hands,
                  const std::function<void(const BookPlan&)>& take_out) {
  const auto card = ui.card("plan");
  ui.heading(2, ui.tr("direct_payments.plan.title"_t));
  ui.link("whole", ui.tr("direct_payments.plan.whole"_t), "/money/plan?for=" + view.agreement->id.text(),
          ui::LinkLook::Standalone, ui::Icon::ArrowRight);
  if (view.plan.empty()) {
    ui.sentence("direct_payments.plan.none"_t);
    return;
  }
  const BookPlan* taken_out = nullptr;
  {
    const auto list = ui.list("planned", ui.tr("direct_payments.plan.title"_t), ui::ListLook::Plain);
    for (const BookPlan* plan : view.plan) {
      const std::string id = plan->id.text();
      const auto item = ui.list_item(ui::Key(id));
      item_ui(ui, store, view.left.period, *plan, hands, taken_out);
    }
  }
  if (taken_out != nullptr) take_out(*taken_out);  // last: it changes the book
}

}  // namespace alongside::direct_payments
