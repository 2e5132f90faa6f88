#include "plugins/direct_payments/pages/planning/plan_page.hpp"

#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"
#include "plugins/direct_payments/pages/planning/plan_words.hpp"
#include "plugins/direct_payments/pages/spending/question_store.hpp"
#include "plugins/direct_payments/pages/whose_money_ui.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

bool is_known_outcome(const std::optional<AgreedWords>& agreed, std::uint16_t number) {
  return agreed && std::any_of(agreed->outcomes.begin(), agreed->outcomes.end(),
                               [number](const PlanOutcome& outcome) { return outcome.number == number; });
}

}  // namespace

void PlanPage::opened(const Route& route) {
  route_ = route;
  is_draft_read_ = false;
  changing_ = {};
  faults_ = {};
  saving_.reset();
}

std::string PlanPage::title(const ui::Words& words) const { return words.get("planning.title"_t); }

// A draft that is not read yet must not be written over. What is being changed is not kept: it stands in the plan.
bool PlanPage::read_draft(const BookAgreement& of) {
  if (is_draft_read_) return true;
  if (!host_.records().are_drafts_read()) return false;
  is_draft_read_ = true;
  draft_key_ = "direct_payments.plan_line." + of.id.text();
  form_ = new_form(host_.clock().today());
  const auto draft = host_.records().draft(draft_key_);
  auto kept = draft ? wire::decode_payload<PlanForm>(*draft) : Result<PlanForm>(Error{});
  if (kept.ok()) form_ = std::move(kept).value();
  return true;
}

void PlanPage::keep_draft() {
  if (changing_.is_nil()) host_.records().keep_draft(draft_key_, wire::encode_payload(form_), {});
}

Result<void> PlanPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("direct_payments.back"_t), "/money", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, ui.tr("planning.title"_t));
  const BookAgreement* of = whose_money_ui(ui, store_, route_, "planning.sign_in"_t);
  if (of == nullptr) return {};
  look_only_ui(ui, host_, *of, wire::Facet::Plan);
  agreed_ = agreed_words_of(host_.records(), of->id);
  const PlanView view = plan_view(store_.book(), *of, host_.clock().today());
  Wanted wanted;
  sums_ui(ui, view);
  lines_ui(ui, *of, view, wanted);
  if (hand_of(host_, *of, wire::Facet::Plan) == Hand::Change && read_draft(*of)) form_ui(ui, *of);
  act(*of, wanted);  // last: it changes the book
  return {};
}

void PlanPage::sums_ui(ui::Ui& ui, const PlanView& view) {
  if (view.lines.empty()) return ui.sentence("planning.none"_t);
  const auto card = ui.card("sums", ui::CardLook::Band);
  ui.heading(2, ui.tr("planning.period"_t, {{"day", day_text(ui, view.period.last)}}));
  {
    const std::vector<ui::TableColumn> columns = {{ui.tr("planning.column.what"_t), ui::Align::Start, 2},
                                                  {ui.tr("planning.column.planned"_t), ui::Align::End},
                                                  {ui.tr("planning.column.spent"_t), ui::Align::End},
                                                  {ui.tr("planning.column.still"_t), ui::Align::End}};
    const auto table = ui.table("lines", ui.tr("planning.table"_t), columns);
    const auto row_ui = [&ui](ui::Key key, const std::string& name, std::int64_t planned, std::int64_t spent,
                              std::int64_t still) {
      const auto row = ui.table_row(key);
      ui.cell(name);
      for (const std::int64_t pence : {planned, spent, still}) ui.cell(pence_text(pence));
    };
    for (const PlanViewLine& line : view.lines) {
      const std::string id = line.plan->id.text();
      if (line.planned != 0 || line.spent != 0)
        row_ui(ui::Key(id), line.plan->item.name, line.planned, line.spent, line.still);
    }
    row_ui("all", ui.tr("planning.all"_t), view.planned, view.spent, view.still);
  }
  ui.text(ui.tr("planning.ahead"_t, {{"money", pence_text(view.ahead)}, {"day", day_text(ui, view.until)}}),
          ui::TextLook::Strong);
}

void PlanPage::lines_ui(ui::Ui& ui, const BookAgreement& of, const PlanView& view, Wanted& wanted) {
  if (agreed_) {
    for (const PlanOutcome& outcome : agreed_->outcomes) {
      const auto part = ui.card(ui::Key("outcome", outcome.number), ui::CardLook::Plain);
      ui.heading(2, bilingual(outcome.words, ui.language()));
      outcome_ui(ui, of, view, outcome.number, wanted);
    }
  }
  const bool has_rest = std::any_of(view.lines.begin(), view.lines.end(), [this](const PlanViewLine& line) {
    return !is_known_outcome(agreed_, pattern_of(line.plan->item).outcome);
  });
  if (!has_rest) return;
  const auto part = ui.card("rest", ui::CardLook::Plain);
  if (agreed_ && !agreed_->outcomes.empty()) ui.heading(2, ui.tr("planning.no_outcome"_t));
  if (!agreed_ || agreed_->outcomes.empty()) ui.heading(2, ui.tr("planning.lines"_t));
  outcome_ui(ui, of, view, 0, wanted);
}

// Number 0: those that are for no outcome, or for one that is not in the child's plan any more.
void PlanPage::outcome_ui(ui::Ui& ui, const BookAgreement& of, const PlanView& view, std::uint16_t outcome,
                          Wanted& wanted) {
  const auto belongs = [&](const PlanViewLine& line) {
    const std::uint16_t number = pattern_of(line.plan->item).outcome;
    return outcome == 0 ? !is_known_outcome(agreed_, number) : number == outcome;
  };
  if (std::none_of(view.lines.begin(), view.lines.end(), belongs))
    return ui.text(ui.tr("planning.outcome.none"_t), ui::TextLook::Soft);
  const auto list = ui.list("planned", ui.tr("planning.lines"_t));
  for (const PlanViewLine& line : view.lines) {
    if (!belongs(line)) continue;
    const std::string id = line.plan->id.text();
    const auto item = ui.list_item(ui::Key(id));
    const auto card = ui.card("line");
    line_ui(ui, of, line, wanted);
  }
}

void PlanPage::line_ui(ui::Ui& ui, const BookAgreement& of, const PlanViewLine& line, Wanted& wanted) {
  const PlanItem& item = line.plan->item;
  ui.heading(3, item.name);
  ui.text(pattern_text(ui, item));
  ui.text(category_text(ui, item.category), ui::TextLook::Soft);
  if (line.planned > 0 && line.still == 0)
    ui.badge(ui::Tone::Good, ui::Icon::Check, ui.tr("planning.paid"_t));
  else if (line.planned > 0)
    ui.text(ui.tr("planning.line"_t, {{"planned", pence_text(line.planned)}, {"spent", pence_text(line.spent)}}));
  if (line.plan->progress != Progress::WithCouncil) ui.text(progress_text(ui, line.plan->progress), ui::TextLook::Soft);
  const bool may_plan = hand_of(host_, of, wire::Facet::Plan) == Hand::Change;
  const bool may_spend = hand_of(host_, of) == Hand::Change;
  if (!may_plan && !may_spend) return;
  const auto row = ui.row("actions");
  if (may_spend)
    ui.link("spend", ui.tr("planning.spend"_t, {{"name", item.name}}),
            "/money/spend?for=" + of.id.text() + "&plan=" + line.plan->id.text(), ui::LinkLook::Standalone,
            ui::Icon::Banknote);
  if (!may_plan) return;
  if (ui.button("change", ui.tr("planning.change"_t, {{"name", item.name}}), ui::ButtonLook::Quiet))
    wanted.change = line.plan;
  if (line.in_sent && every_of(item) == PlanEvery::Once) return;
  if (line.in_sent) {
    if (ui.button("end", ui.tr("planning.end"_t, {{"name", item.name}}), ui::ButtonLook::Quiet)) wanted.end = line.plan;
  } else if (ui.button("out", ui.tr("planning.remove"_t, {{"name", item.name}}), ui::ButtonLook::Quiet)) {
    wanted.remove = line.plan;
  }
}

void PlanPage::act(const BookAgreement& of, const Wanted& wanted) {
  const auto told = [&host = host_](std::string done) {
    return [&host, done = std::move(done)](const Result<OperationId>& saved) {
      host.announce(saved.ok() ? done : host.words().get("direct_payments.not_kept"_t));
      host.redraw();
    };
  };
  if (wanted.change != nullptr) {
    changing_ = wanted.change->id;
    seen_ = wanted.change->version;
    form_ = form_of(wanted.change->item);
    faults_ = {};
    saving_.reset();
    wants_focus_ = true;
    host_.redraw();
  }
  if (wanted.remove != nullptr) {
    RemovePlanItem remove;
    remove.id = wanted.remove->id;
    remove.name = wanted.remove->item.name;
    host_.records().save(change_of(of.subject, wanted.remove->version, remove),
                         told(host_.words().get("planning.removed"_t)));
  }
  if (wanted.end == nullptr) return;
  PutPlanItem put{wanted.end->id, wanted.end->item, {}};
  PlanPattern pattern = pattern_of(put.item);
  pattern.until = std::max(put.item.day, Date(host_.clock().today().days() - 1));
  put.item.pattern = text_of(pattern);
  host_.records().save(change_of(of.subject, wanted.end->version, put), told(host_.words().get("planning.ended"_t)));
}

}  // namespace alongside::direct_payments
