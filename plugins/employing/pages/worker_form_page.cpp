#include "plugins/employing/pages/worker_form_page.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/employing/pages/work_words.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace alongside::employing {

using namespace ui::literals;

namespace {

constexpr std::string_view draft_key = "employing.new";

constexpr std::string_view key_of(WorkerField field) {
  constexpr std::string_view keys[] = {"name", "rate", "mile_rate", "starts", "ends", "birth"};
  return keys[static_cast<unsigned>(field)];
}

ui::TextFieldOptions short_field() { return {.max_length = 20, .max_width = 220}; }

}  // namespace

void WorkerFormPage::opened(const Route& route) {
  if (has_begun_ && route.path == route_.path) return;
  route_ = route;
  has_begun_ = false;
}

std::string WorkerFormPage::title(const ui::Words& words) const {
  return route_.path == "/pa/new" ? words.get("employing.new"_t) : words.get("employing.change"_t);
}

void WorkerFormPage::begin(const BookWorker* old) {
  has_begun_ = true;
  mistakes_.clear();
  saving_.reset();
  seen_ = old != nullptr ? old->version : wire::Version();
  form_ = old != nullptr ? form_of(old->worker) : empty_form(host_.clock().today());
  if (old != nullptr) return;
  const auto draft = host_.records().draft(draft_key);
  auto kept = draft ? wire::decode_payload<WorkerForm>(*draft) : Result<WorkerForm>(Error{});
  if (kept.ok()) form_ = std::move(kept).value();
}

Result<void> WorkerFormPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("employing.back"_t), "/pa", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  ui.heading(1, title(host_.words()));
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_);
    return {};
  }
  const auto id = DocumentId::parse(route_.tail("/pa/change"));
  const BookWorker* old = id.ok() ? store_.book().find(id.value()) : nullptr;
  const bool is_new = route_.path == "/pa/new";
  if ((is_new && !store_.may_employ()) || (!is_new && old == nullptr)) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, is_new ? ui.tr("employing.nobody"_t) : ui.tr("employing.missing"_t));
    return {};
  }
  if (old != nullptr && store_.hand_of(*old) == Hand::LookOnly) {
    store_.look_only_ui(ui, *old);
    return {};
  }
  if (saving_.state() == SavingState::Saved) {
    done_ui(ui);
    return {};
  }
  // A draft that is not read yet must not be written over.
  if (!has_begun_ && host_.records().are_drafts_read()) begin(old);
  if (has_begun_) form_ui(ui, old);
  return {};
}

void WorkerFormPage::form_ui(ui::Ui& ui, const BookWorker* old) {
  const auto form = ui.form("worker", title(host_.words()));
  errors_ui(ui);
  bool is_changed = who_ui(ui, old);
  is_changed |= pay_ui(ui);
  is_changed |= age_ui(ui);
  wage_ui(ui);
  is_changed |= rules_ui(ui);
  if (is_changed && old == nullptr) host_.records().keep_draft(draft_key, wire::encode_payload(form_), {});
  ui.sentence("employing.who_sees"_t, ui::TextLook::Soft, ui::Icon::Shield);
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("employing.not_kept"_t));
  if (saving_.state() == SavingState::Waiting)
    ui.status("saving", ui.tr("employing.progress.saving"_t));
  else if (ui.button("save", ui.tr("employing.save"_t), ui::ButtonLook::Primary, ui::Icon::Check))
    save(old);  // last: it may change the book
}

std::string WorkerFormPage::error_of(const ui::Ui& ui, WorkerField field) const {
  for (const WorkerMistake& mistake : mistakes_) {
    if (mistake.field == field) return fault_text(ui, mistake.fault);
  }
  return {};
}

void WorkerFormPage::errors_ui(ui::Ui& ui) {
  if (mistakes_.empty()) return;
  std::vector<ui::FieldError> errors;
  for (const WorkerMistake& mistake : mistakes_)
    errors.push_back({ui::Key(key_of(mistake.field)), fault_text(ui, mistake.fault)});
  ui.error_summary("errors", ui.tr("employing.error.title"_t), errors, summary_focus_);
  summary_focus_ = ui::TakeFocus::No;
}

bool WorkerFormPage::who_ui(ui::Ui& ui, const BookWorker* old) {
  bool is_changed = false;
  std::vector<ui::Choice> children;
  for (const wire::FamilyChild& child : host_.session().children) {
    if (child.role != wire::FamilyRole::Helper) children.push_back({child.subject.id.text(), child.name});
  }
  const bool is_known = std::any_of(children.begin(), children.end(),
                                    [this](const ui::Choice& child) { return child.value == form_.child; });
  if (!is_known && !children.empty()) form_.child = children.front().value;
  if (old == nullptr && children.size() > 1)
    is_changed |= ui.select("child", {ui.tr("employing.child"_t)}, children, form_.child);
  is_changed |= ui.text_field(
      ui::Key("name"), {ui.tr("employing.name"_t), ui.tr("employing.name_hint"_t), error_of(ui, WorkerField::Name)},
      form_.name, {.max_length = 60, .required = ui::Required::Yes});
  return is_changed;
}

bool WorkerFormPage::pay_ui(ui::Ui& ui) {
  ui::TextFieldOptions money = short_field();
  money.mode = ui::InputMode::Decimal;
  bool is_changed = ui.text_field(
      "rate", {ui.tr("employing.rate"_t), ui.tr("employing.rate_hint"_t), error_of(ui, WorkerField::Rate)}, form_.rate,
      money);
  is_changed |= ui.radio_group("period", {ui.tr("employing.period"_t)},
                               {{std::string(name_of(PayPeriod::Week)), ui.tr("employing.period.week"_t)},
                                {std::string(name_of(PayPeriod::FourWeeks)), ui.tr("employing.period.four_weeks"_t)},
                                {std::string(name_of(PayPeriod::Month)), ui.tr("employing.period.month"_t)}},
                               form_.period);
  is_changed |= ui.text_field(
      "starts", {ui.tr("employing.starts"_t), ui.tr("employing.day_hint"_t), error_of(ui, WorkerField::Starts)},
      form_.starts, short_field());
  is_changed |= ui.text_field(
      "ends", {ui.tr("employing.ends"_t), ui.tr("employing.ends_hint"_t), error_of(ui, WorkerField::Ends)}, form_.ends,
      short_field());
  is_changed |= ui.text_field(
      "mile_rate",
      {ui.tr("employing.mile_rate"_t), ui.tr("employing.mile_rate_hint"_t), error_of(ui, WorkerField::MileRate)},
      form_.mile_rate, money);
  return is_changed;
}

bool WorkerFormPage::age_ui(ui::Ui& ui) {
  bool is_changed = ui.radio_group("age", {ui.tr("employing.age"_t), ui.tr("employing.age_hint"_t)},
                                   {{std::string(name_of(WorkerAge::From22)), ui.tr("employing.age.from_22"_t)},
                                    {std::string(name_of(WorkerAge::Young)), ui.tr("employing.age.young"_t)},
                                    {std::string(name_of(WorkerAge::PensionAge)), ui.tr("employing.age.pension"_t)}},
                                   form_.age);
  if (form_.age != name_of(WorkerAge::Young)) return is_changed;
  is_changed |= ui.text_field(
      "birth", {ui.tr("employing.birth"_t), ui.tr("employing.birth_hint"_t), error_of(ui, WorkerField::Birth)},
      form_.birth, short_field());
  is_changed |= ui.checkbox("apprentice", ui.tr("employing.apprentice"_t), form_.apprentice);
  return is_changed;
}

// What the law says is told and not enforced: the figures may be newer elsewhere.
void WorkerFormPage::wage_ui(ui::Ui& ui) {
  if (store_.figures_state() != FiguresState::Ready) return;
  const auto read = read_form(form_, host_.clock().today());
  const auto* worker = std::get_if<Worker>(&read);
  if (worker == nullptr) return;
  const Date day = std::max(host_.clock().today(), worker->starts);
  FigureReader figures(store_.figures(), day);
  const auto least = minimum_wage(figures, *worker, pay_days(worker->period, worker->starts, day).first);
  if (!least || worker->rate.pence() >= *least) return;
  ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("employing.below_minimum"_t, {{"money", pence_text(*least)}}));
}

bool WorkerFormPage::rules_ui(ui::Ui& ui) {
  bool is_changed = ui.checkbox("with_pay", ui.tr("employing.with_pay"_t), form_.with_pay);
  ui.sentence("employing.with_pay_hint"_t, ui::TextLook::Soft);
  is_changed |= ui.radio_group("pension", {ui.tr("employing.pension"_t)},
                               {{"by_rule", ui.tr("employing.pension.by_rule"_t)},
                                {"joined", ui.tr("employing.pension.joined"_t)},
                                {"left_out", ui.tr("employing.pension.left_out"_t)}},
                               form_.pension);
  is_changed |= ui.checkbox("allowance", ui.tr("employing.allowance"_t), form_.allowance);
  ui.sentence("employing.allowance_hint"_t, ui::TextLook::Soft);
  return is_changed;
}

void WorkerFormPage::save(const BookWorker* old) {
  auto read = read_form(form_, host_.clock().today());
  mistakes_.clear();
  if (auto* mistakes = std::get_if<std::vector<WorkerMistake>>(&read)) {
    mistakes_ = std::move(*mistakes);
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  const auto& children = host_.session().children;
  const auto child = std::find_if(children.begin(), children.end(), [this](const wire::FamilyChild& one) {
    return one.subject.id.text() == form_.child;
  });
  if (old == nullptr && child == children.end()) return;
  PutWorker put;
  put.id = old != nullptr ? old->id : host_.records().new_document();
  put.worker = std::get<Worker>(std::move(read));
  saved_ = put.id;
  saving_.start(host_, change_of(old != nullptr ? old->subject : child->subject, seen_, put), [this] {
    wants_focus_ = true;
    host_.records().drop_draft(draft_key);
    host_.announce(host_.words().get("employing.saved"_t));
  });
}

void WorkerFormPage::done_ui(ui::Ui& ui) {
  const auto card = ui.card("done", ui::CardLook::Band);
  ui.heading(2, ui.tr("employing.saved"_t));
  if (std::exchange(wants_focus_, false)) ui.focus("see");
  ui.link("see", ui.tr("employing.saved_next"_t), "/pa/one/" + saved_.text(), ui::LinkLook::Button,
          ui::Icon::ArrowRight);
}

}  // namespace alongside::employing
