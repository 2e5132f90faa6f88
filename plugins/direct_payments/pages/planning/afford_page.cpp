#include "plugins/direct_payments/pages/planning/afford_page.hpp"

#include "app/base/typed.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/sign_in_ui.hpp"

#include <optional>
#include <utility>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

// An address is from outside: what it carries may be anything.
std::optional<wire::CostIntent> cost_in(const Bytes& frame) {
  if (frame.empty()) return {};
  Result<wire::CostIntent> cost = wire::decode_frame<wire::CostIntent>(frame);
  if (!cost.ok() || !is_fit_text(cost.value().service_name)) return {};
  const std::int64_t pence = cost.value().amount.pence();
  if (pence < 0 || pence > Transaction::most_pence) return {};
  return std::move(cost).value();
}

std::string unit_text(const ui::Ui& ui, wire::CostUnit unit) {
  switch (unit) {
    case wire::CostUnit::Hour: return ui.tr("planning.unit.hour"_t);
    case wire::CostUnit::Session: return ui.tr("planning.unit.session"_t);
    case wire::CostUnit::Day: return ui.tr("planning.unit.day"_t);
    case wire::CostUnit::Night: return ui.tr("planning.unit.night"_t);
    case wire::CostUnit::Week: return ui.tr("planning.unit.week"_t);
    case wire::CostUnit::Month: return ui.tr("planning.unit.month"_t);
    case wire::CostUnit::Year: return ui.tr("planning.unit.year"_t);
    case wire::CostUnit::Once: break;
  }
  return ui.tr("planning.unit.once"_t);
}

}  // namespace

void AffordPage::opened(const Route& route) {
  route_ = route;
  auto cost = cost_in(host_.intent_in(route));
  has_cost_ = cost.has_value();
  cost_ = has_cost_ ? std::move(*cost) : wire::CostIntent();
}

std::string AffordPage::title(const ui::Words& words) const { return words.get("planning.afford.title"_t); }

Result<void> AffordPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("planning.afford.title"_t));
  if (!has_cost_) {
    ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr("planning.afford.broken"_t));
    return {};
  }
  cost_ui(ui);
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_, "planning.afford.sign_in"_t);
    return {};
  }
  const MoneyStore::View* view = store_.view_for(route_);
  if (view == nullptr) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("direct_payments.none"_t));
    return {};
  }
  if (saving_.state() == SavingState::Saved)
    planned_ui(ui);
  else
    question_ui(ui, *view);
  return {};
}

void AffordPage::cost_ui(ui::Ui& ui) {
  ui.text(cost_.service_name, ui::TextLook::Large);
  if (cost_.amount.pence() == 0) {
    ui.sentence("planning.afford.is_free"_t, ui::TextLook::Strong);
    return;
  }
  ui.text(ui.tr("planning.afford.costs"_t,
                {{"money", ui::format_money(cost_.amount)}, {"unit", unit_text(ui, cost_.unit)}}),
          ui::TextLook::Strong, ui::Icon::Banknote);
}

void AffordPage::question_ui(ui::Ui& ui, const MoneyStore::View& view) {
  if (cost_.amount.pence() == 0) return;
  const std::uint32_t times = read_count(times_, PlanItem::most_units);
  const bool is_too_much = cost_.amount.pence() * times > Transaction::most_pence;
  {
    const auto form = ui.form("times", ui.tr("planning.afford.form"_t));
    const std::string error = times == 0 || is_too_much ? ui.tr("planning.afford.times_error"_t) : std::string();
    ui.text_field("count", {ui.tr("planning.afford.times"_t), ui.tr("planning.afford.times_hint"_t), error}, times_,
                  {.mode = ui::InputMode::Numeric, .max_length = 4, .max_width = 180});
  }
  if (times == 0 || is_too_much) return;
  answer_ui(ui, view, can_afford(view.agreement->agreement, view.left, cost_.amount.pence() * times));
  plan_ui(ui, view, times);
}

void AffordPage::answer_ui(ui::Ui& ui, const MoneyStore::View& view, const AffordAnswer& answer) {
  const std::string cost = pence_text(answer.cost);
  const std::string until = day_text(ui, view.left.period.last);
  const auto card = ui.card("answer", ui::CardLook::Band);
  ui.heading(2, ui.tr("planning.afford.answer"_t));
  switch (answer.afford) {
    case Afford::Yes: ui.badge(ui::Tone::Good, ui::Icon::Check, ui.tr("planning.afford.yes"_t)); break;
    case Afford::OnlyJust: ui.badge(ui::Tone::Warn, ui::Icon::Info, ui.tr("planning.afford.just"_t)); break;
    case Afford::NotThisPeriod: ui.badge(ui::Tone::Warn, ui::Icon::Warning, ui.tr("planning.afford.no"_t)); break;
  }
  if (answer.afford != Afford::NotThisPeriod) {
    ui.status("says",
              ui.tr("planning.afford.after"_t, {{"cost", cost}, {"money", pence_text(answer.after)}, {"day", until}}));
    return;
  }
  const Date next(view.left.period.last.days() + 1);
  ui.status("says", ui.tr("planning.afford.short"_t, {{"cost", cost}, {"money", pence_text(-answer.after)}}));
  ui.text(ui.tr("planning.afford.next"_t, {{"day", day_text(ui, next)}}));
}

void AffordPage::plan_ui(ui::Ui& ui, const MoneyStore::View& view, std::uint32_t times) {
  if (look_only_ui(ui, host_, *view.agreement, wire::Facet::Plan) == Hand::LookOnly) return;
  if (saving_.state() == SavingState::Waiting) {
    ui.status("saving", ui.tr("direct_payments.progress.saving"_t));
    return;
  }
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  if (ui.button("put", ui.tr("planning.afford.put"_t), ui::ButtonLook::Primary, ui::Icon::Check))
    put_in_plan(view, times);  // last: it may change the book
}

void AffordPage::put_in_plan(const MoneyStore::View& view, std::uint32_t times) {
  PutPlanItem put;
  put.id = host_.records().new_document();
  put.item.agreement = view.agreement->id;
  put.item.planned_for = PlannedFor::Period;
  put.item.day = view.left.period.first;
  const auto service = ServiceId::parse(cost_.service);
  if (service.ok()) put.item.service = service.value();
  put.item.name = cost_.service_name;
  put.item.unit_cost = cost_.amount;
  put.item.unit = cost_.unit;
  put.item.units = times;
  planned_ = put.id;
  agreement_ = view.agreement->id;
  saving_.start(host_, change_of(view.agreement->subject, put), [this] { wants_focus_ = true; });
}

void AffordPage::planned_ui(ui::Ui& ui) {
  const auto card = ui.card("planned", ui::CardLook::Band);
  ui.status("saved", ui.tr("planning.afford.planned"_t));
  if (std::exchange(wants_focus_, false)) ui.focus("spend");
  ui.link("spend", ui.tr("planning.afford.spend"_t),
          "/money/spend?for=" + agreement_.text() + "&plan=" + planned_.text(), ui::LinkLook::Standalone,
          ui::Icon::Banknote);
  ui.link("money", ui.tr("planning.see_money"_t), "/money?for=" + agreement_.text(), ui::LinkLook::Standalone,
          ui::Icon::Wallet);
}

}  // namespace alongside::direct_payments
