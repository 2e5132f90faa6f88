#include "plugins/employing/pages/work_words.hpp"

#include "app/plugin_api/route.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"

namespace alongside::employing {

using namespace ui::literals;

namespace {

void money_line_ui(ui::Ui& ui, ui::Key key, const std::string& term, std::int64_t pence) {
  if (pence != 0) ui.description(key, ui::Icon::None, term, pence_text(pence));
}

void duty_ui(ui::Ui& ui, PensionDuty duty) {
  switch (duty) {
    case PensionDuty::Enrol: return ui.text(ui.tr("employing.duty.enrol"_t), ui::TextLook::Soft);
    case PensionDuty::MayJoin: return ui.text(ui.tr("employing.duty.may_join"_t), ui::TextLook::Soft);
    case PensionDuty::MayJoinUnpaid: return ui.text(ui.tr("employing.duty.may_join_unpaid"_t), ui::TextLook::Soft);
    case PensionDuty::None: return;
  }
}

}  // namespace

std::string kind_text(const ui::Ui& ui, EntryKind kind) {
  switch (kind) {
    case EntryKind::Worked: break;
    case EntryKind::Holiday: return ui.tr("employing.kind.holiday"_t);
    case EntryKind::Sick: return ui.tr("employing.kind.sick"_t);
  }
  return ui.tr("employing.kind.worked"_t);
}

std::string hours_text(const ui::Ui& ui, std::int64_t minutes) {
  const std::string hours = ui.plural("employing.hours"_t, minutes / 60);
  if (minutes % 60 == 0) return hours;
  const std::string rest = ui.plural("employing.minutes"_t, minutes % 60);
  return minutes < 60 ? rest : hours + " " + rest;
}

std::string pence_text(std::int64_t pence) { return Money::of_known(pence).text(); }

std::string days_text(const ui::Ui& ui, PayDays days) {
  return ui.tr("employing.days"_t, {{"first", ui::format_short_date(ui.language(), days.first)},
                                    {"last", ui::format_short_date(ui.language(), days.last)}});
}

std::string progress_text(const ui::Ui& ui, Progress progress) {
  if (progress == Progress::Saving) return ui.tr("employing.progress.saving"_t);
  if (progress == Progress::OnDevice) return ui.tr("employing.progress.device"_t);
  return {};
}

std::string fault_text(const ui::Ui& ui, WorkFault fault) {
  switch (fault) {
    case WorkFault::NoName: return ui.tr("employing.error.no_name"_t);
    case WorkFault::BadText: return ui.tr("employing.error.bad_text"_t);
    case WorkFault::BadRate: return ui.tr("employing.error.bad_rate"_t);
    case WorkFault::NoBirth:
    case WorkFault::BadBirth: return ui.tr("employing.error.birth"_t);
    case WorkFault::BadDays: return ui.tr("employing.error.bad_days"_t);
    case WorkFault::NoTime: return ui.tr("employing.error.no_time"_t);
    case WorkFault::TooMuchTime: return ui.tr("employing.error.too_much_time"_t);
    case WorkFault::BadMiles: return ui.tr("employing.error.bad_miles"_t);
    case WorkFault::BeforeStart: return ui.tr("employing.error.before_start"_t);
    case WorkFault::AfterEnd: return ui.tr("employing.error.after_end"_t);
    case WorkFault::TooFarAhead: return ui.tr("employing.error.too_far_ahead"_t);
    case WorkFault::NoReason: return ui.tr("employing.error.no_reason"_t);
    case WorkFault::AlreadyReplaced: return ui.tr("employing.error.already_replaced"_t);
    case WorkFault::NoEntries: return ui.tr("employing.error.no_entries"_t);
    case WorkFault::NoWords: break;
  }
  return ui.tr("employing.error.no_words"_t);
}

std::string refused_text(const ui::Ui& ui, const BookChange& change) {
  if (change.code == "conflict") return ui.tr("employing.refused.conflict"_t);
  if (change.code == "too_many") return ui.tr("employing.refused.too_many"_t);
  if (change.code == "grown_up") return ui.tr("employing.refused.grown_up"_t);
  if (change.code == "not_allowed") return ui.tr("employing.refused.not_allowed"_t);
  for (unsigned i = 0; i <= static_cast<unsigned>(WorkFault::NoWords); ++i) {
    const auto fault = static_cast<WorkFault>(i);
    if (change.code == name_of(fault)) return fault_text(ui, fault);
  }
  return ui.tr("employing.refused.other"_t);
}

void confirmed_ui(ui::Ui& ui, const BookEntry& one) {
  switch (one.confirmed) {
    case Confirmed::NotYet: return ui.badge(ui::Tone::Neutral, ui::Icon::Clock, ui.tr("employing.confirmed.no"_t));
    case Confirmed::Right: return ui.badge(ui::Tone::Good, ui::Icon::Check, ui.tr("employing.confirmed.yes"_t));
    case Confirmed::Wrong: break;
  }
  ui.badge(ui::Tone::Warn, ui::Icon::Warning, ui.tr("employing.confirmed.wrong"_t));
  ui.text(one.words);
}

void sign_in_ui(ui::Ui& ui, const Route& here) {
  Route sign_in{"/signin", {}};
  sign_in.set("then", here.text());
  const auto card = ui.card("signing_in", ui::CardLook::Band);
  ui.heading(2, ui.tr("employing.sign_in.title"_t));
  ui.sentence("employing.sign_in.why"_t);
  ui.link("sign_in", ui.tr("employing.sign_in.go"_t), sign_in.text(), ui::LinkLook::Button, ui::Icon::DoorOpen);
}

void no_payroll_ui(ui::Ui& ui) { ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("employing.no_payroll"_t)); }

void sources_ui(ui::Ui& ui, const FigureReader& figures) {
  if (figures.used().empty()) return;
  const auto card = ui.card("sources", ui::CardLook::Soft);
  ui.heading(2, ui.tr("employing.sources"_t));
  if (figures.has_unconfirmed()) ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("employing.sources.unconfirmed"_t));
  const auto list = ui.list("list", ui.tr("employing.sources"_t), ui::ListLook::Bullets);
  std::vector<std::uint16_t> told;
  for (const Figure* figure : figures.used()) {
    const FigureSource* source = figures.source_of(*figure);
    bool is_told = source == nullptr;
    for (const std::uint16_t other : told) is_told |= other == figure->source;
    if (is_told) continue;
    told.push_back(figure->source);
    const auto item = ui.list_item(ui::Key("source", figure->source));
    const std::string day = ui::format_short_date(ui.language(), source->date);
    ui.text(figure->status == FigureStatus::Unconfirmed ? ui.tr("employing.source.unconfirmed"_t, {{"day", day}})
                                                        : ui.tr("employing.source.confirmed"_t, {{"day", day}}),
            ui::TextLook::Soft);
    const auto english = ui.language_of(ui::Language::English);
    ui.text(source->title);
  }
}

bool has_figures_ui(ui::Ui& ui, WorkStore& store) {
  switch (store.figures_state()) {
    case FiguresState::Ready: return true;
    case FiguresState::Waiting: ui.status("figures", ui.tr("employing.figures.waiting"_t)); return false;
    case FiguresState::Missing: ui.status("figures", ui.tr("employing.figures.missing"_t)); return false;
    case FiguresState::Failed: break;
  }
  ui.status("figures", ui.tr("employing.figures.failed"_t));
  if (ui.button("again", ui.tr("employing.figures.again"_t))) store.ask_again();
  return false;
}

void pay_lines_ui(ui::Ui& ui, const PayCost& cost) {
  {
    const auto list = ui.description_list("lines");
    money_line_ui(ui, "hours", ui.tr("employing.line.hours"_t), cost.hours);
    money_line_ui(ui, "taken", ui.tr("employing.line.holiday_taken"_t), cost.holiday_taken);
    money_line_ui(ui, "with", ui.tr("employing.line.holiday_with_pay"_t), cost.holiday_with_pay);
    money_line_ui(ui, "employer", ui.tr("employing.line.employer"_t, {{"letter", std::string(name_of(cost.letter))}}),
                  cost.insurance.employer);
    money_line_ui(ui, "allowance", ui.tr("employing.line.allowance"_t), -cost.allowance);
    money_line_ui(ui, "pension", ui.tr("employing.line.pension"_t), cost.pension.employer);
    money_line_ui(ui, "mileage", ui.tr("employing.line.mileage"_t), cost.mileage);
    ui.description("total", ui::Icon::Banknote, ui.tr("employing.line.total"_t), pence_text(cost.total));
  }
  duty_ui(ui, cost.pension_duty);
  if (cost.insurance.employee != 0)
    ui.text(ui.tr("employing.line.employee"_t, {{"money", pence_text(cost.insurance.employee)}}), ui::TextLook::Soft);
}

}  // namespace alongside::employing
