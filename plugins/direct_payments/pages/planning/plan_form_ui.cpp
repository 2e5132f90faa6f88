// The form of PlanPage: a new line, or one that is changed.
#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/planning/plan_page.hpp"
#include "plugins/direct_payments/pages/planning/plan_words.hpp"

#include <string_view>
#include <utility>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

std::vector<ui::Choice> plan_categories(const ui::Ui& ui) {
  std::vector<ui::Choice> choices;
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    if (kind_of(account) != AccountKind::Expense || account == Account::RepaidToCouncil) continue;
    const bool is_other = account == Account::OtherSpending;  // in a plan also a contingency
    choices.push_back(
        {std::string(name_of(account)), is_other ? ui.tr("planning.category.other"_t) : category_text(ui, account)});
  }
  return choices;
}

std::vector<ui::Choice> every_choices(const ui::Ui& ui) {
  return {{"once", ui.tr("planning.often.once"_t)},
          {"week", ui.tr("planning.often.week"_t)},
          {"four_weeks", ui.tr("planning.often.four_weeks"_t)},
          {"month", ui.tr("planning.often.month"_t)}};
}

}  // namespace

void PlanPage::form_ui(ui::Ui& ui, const BookAgreement& of) {
  if (saving_.state() == SavingState::Saved) ui.status("saved", ui.tr("planning.saved"_t));
  if (saving_.state() == SavingState::Waiting) return ui.status("saved", ui.tr("direct_payments.progress.saving"_t));
  const bool is_new = changing_.is_nil();
  const std::string title = ui.tr(is_new ? "planning.add"_t : "planning.change_title"_t);
  const auto form = ui.form("line", title);
  ui.heading(2, title);
  errors_ui(ui);
  if (fields_ui(ui)) keep_draft();
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("direct_payments.not_kept"_t));
  const auto row = ui.row("go");
  if (ui.button("save", ui.tr(is_new ? "planning.add_go"_t : "planning.change_go"_t), ui::ButtonLook::Primary,
                ui::Icon::Check))
    return save(of);  // last: it may change the book
  if (is_new || !ui.button("leave", ui.tr("planning.leave"_t), ui::ButtonLook::Quiet)) return;
  changing_ = {};
  faults_ = {};
  is_draft_read_ = false;
  host_.redraw();
}

void PlanPage::errors_ui(ui::Ui& ui) {
  if (faults_.none()) return;
  ui.error_summary("errors", ui.tr("direct_payments.error.title"_t), plan_errors(ui, faults_), summary_focus_);
  summary_focus_ = ui::TakeFocus::No;
}

bool PlanPage::fields_ui(ui::Ui& ui) {
  const bool too_much = faults_.is_too_much, no_cost = faults_.is_cost_wrong;
  const std::string cost_error = no_cost    ? ui.tr("planning.error.cost"_t)
                                 : too_much ? ui.tr("planning.error.too_much"_t)
                                            : std::string();
  if (std::exchange(wants_focus_, false)) ui.focus("name");
  bool is_changed = ui.text_field(
      "name", {ui.tr("planning.name"_t), {}, faults_.is_name_wrong ? ui.tr("planning.error.name"_t) : std::string()},
      form_.name, {.max_length = 200, .required = ui::Required::Yes});
  is_changed |= ui.select("category", {ui.tr("planning.category"_t)}, plan_categories(ui), form_.category);
  is_changed |= ui.text_field("cost", {ui.tr("planning.cost"_t), {}, cost_error}, form_.cost,
                              {.mode = ui::InputMode::Decimal, .max_length = 20, .max_width = 240});
  is_changed |= ui.text_field("units",
                              {ui.tr("planning.units"_t), ui.tr("planning.units_hint"_t),
                               faults_.are_units_wrong ? ui.tr("planning.error.units"_t) : std::string()},
                              form_.units, {.mode = ui::InputMode::Numeric, .max_length = 4, .max_width = 180});
  is_changed |= when_ui(ui);
  if (!agreed_ || agreed_->outcomes.empty()) return is_changed;
  std::vector<ui::Choice> outcomes = {{"", ui.tr("planning.no_outcome"_t)}};
  for (const PlanOutcome& outcome : agreed_->outcomes)
    outcomes.push_back({std::to_string(outcome.number), bilingual(outcome.words, ui.language())});
  return ui.radio_group("outcome", {ui.tr("planning.outcome"_t)}, outcomes, form_.outcome) || is_changed;
}

bool PlanPage::when_ui(ui::Ui& ui) {
  bool is_changed = ui.radio_group("every", {ui.tr("planning.every"_t)}, every_choices(ui), form_.every);
  const bool is_once = form_.every == "once";
  is_changed |= ui.text_field("day",
                              {ui.tr(is_once ? "planning.day"_t : "planning.first_day"_t), ui.tr("planning.day_hint"_t),
                               faults_.day ? plan_day_text(ui, *faults_.day) : std::string()},
                              form_.day, {.max_length = 30, .max_width = 240});
  if (is_once) return is_changed;
  is_changed |= ui.text_field("until",
                              {ui.tr("planning.until"_t), ui.tr("planning.until_hint"_t),
                               faults_.until ? plan_day_text(ui, *faults_.until) : std::string()},
                              form_.until, {.max_length = 30, .max_width = 240});
  const auto& holidays = host_.council().school_holidays;
  if (holidays.empty()) return is_changed;
  const std::string known =
      ui.tr("planning.time_hint"_t, {{"day", ui::format_short_date(ui.language(), holidays.back().last)}});
  return ui.radio_group("time", {ui.tr("planning.time"_t), known},
                        {{"always", ui.tr("planning.time.always"_t)},
                         {"term", ui.tr("planning.time.term"_t)},
                         {"holidays", ui.tr("planning.time.holidays"_t)}},
                        form_.time) ||
         is_changed;
}

void PlanPage::save(const BookAgreement& of) {
  const BookPlan* before = store_.book().planned(changing_);
  const auto checked =
      check(form_, of.id, of.agreement, host_.council().school_holidays, before == nullptr ? nullptr : &before->item);
  if (const auto* faults = std::get_if<PlanFaults>(&checked)) {
    faults_ = *faults;
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  PutPlanItem put;
  put.id = before == nullptr ? host_.records().new_document() : before->id;
  put.item = std::get<PlanItem>(checked);
  faults_ = {};
  saving_.start(host_, change_of(of.subject, before == nullptr ? wire::Version() : seen_, put), [this] {
    changing_ = {};
    form_ = new_form(host_.clock().today());
    host_.records().drop_draft(draft_key_);
    host_.announce(host_.words().get("planning.saved"_t));
  });
}

}  // namespace alongside::direct_payments
