#include "plugins/employing/pages/worker_page.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/employing/model/leave_pay.hpp"
#include "plugins/employing/model/sick_estimate.hpp"
#include "plugins/employing/pages/work_words.hpp"

#include <algorithm>

namespace alongside::employing {

using namespace ui::literals;

namespace {

bool is_here_only(const BookEntry* one) {
  return one->progress == Progress::OnDevice || one->progress == Progress::Saving;
}

// Miles of this tax year before the pay period: the dearer rate is for the first of them only.
std::int64_t miles_before(const WorkBook& book, DocumentId worker, PayDays days) {
  const PayDays earlier{tax_year_start(days.last), Date(days.first.days() - 1)};
  return pay_time(book.counted(worker, earlier)).miles;
}

}  // namespace

void WorkerPage::opened(const Route& route) {
  route_ = route;
  const auto id = DocumentId::parse(route.tail("/pa/one"));
  form_.open(id.ok() ? id.value() : DocumentId());
}

std::string WorkerPage::title(const ui::Words& words) const { return words.get("employing.one"_t); }

Result<void> WorkerPage::page_ui(ui::Ui& ui) {
  ui.link("back", ui.tr("employing.back"_t), "/pa", ui::LinkLook::Back, ui::Icon::ArrowLeft);
  const auto id = DocumentId::parse(route_.tail("/pa/one"));
  const BookWorker* one = id.ok() && store_.is_signed_in() ? store_.book().find(id.value()) : nullptr;
  ui.heading(1, one != nullptr ? one->worker.name : ui.tr("employing.one"_t));
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_);
    return {};
  }
  if (one == nullptr) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("employing.missing"_t));
    return {};
  }
  const auto day = Date::parse(route_.value("day"));
  const PayDays days = pay_days(one->worker.period, one->worker.starts, day.ok() ? day.value() : host_.clock().today());
  const auto entries = store_.book().counted(one->id, days);
  ui.text(ui.tr("employing.an_hour"_t, {{"money", one->worker.rate.text()}}));
  const Hand hand = store_.hand_of(*one);
  store_.look_only_ui(ui, *one);
  if (hand == Hand::Change)
    ui.link("change", ui.tr("employing.change"_t), "/pa/change/" + one->id.text(), ui::LinkLook::Standalone);
  period_ui(ui, *one, days);
  entries_ui(ui, entries, hand);
  if (hand == Hand::Change) confirm_ui(ui, *one, entries, days);
  cost_ui(ui, *one, entries, days);
  file_ui(ui, *one, entries, days);
  if (hand == Hand::Change) form_.form_ui(ui, *one);  // last: it may change the book
  return {};
}

void WorkerPage::period_ui(ui::Ui& ui, const BookWorker& one, PayDays days) {
  ui.heading(2, ui.tr("employing.period_title"_t, {{"days", days_text(ui, days)}}));
  const auto row = ui.row("periods");
  const std::string path = "/pa/one/" + one.id.text() + "?day=";
  if (days.first > one.worker.starts)
    ui.link("earlier", ui.tr("employing.earlier"_t), path + Date(days.first.days() - 1).iso(), ui::LinkLook::Standalone,
            ui::Icon::ArrowLeft);
  if (days.last < host_.clock().today())
    ui.link("later", ui.tr("employing.later"_t), path + Date(days.last.days() + 1).iso(), ui::LinkLook::Standalone,
            ui::Icon::ArrowRight);
}

void WorkerPage::entries_ui(ui::Ui& ui, const std::vector<const BookEntry*>& entries, Hand hand) {
  if (entries.empty()) return ui.sentence("employing.no_entries"_t);
  const PayTime time = pay_time(entries);
  ui.text(hours_text(ui, time.worked), ui::TextLook::Figure);
  const auto list = ui.list("entries", ui.tr("employing.entries"_t));
  for (const BookEntry* one : entries) entry_ui(ui, *one, hand);
}

void WorkerPage::entry_ui(ui::Ui& ui, const BookEntry& one, Hand hand) {
  const WorkEntry& entry = one.entry;
  const auto item = ui.list_item(ui::Key(one.id.text()));
  const auto card = ui.card("entry");
  const std::string day = ui::format_day(ui.language(), entry.day);
  ui.text(day, ui::TextLook::Strong);
  ui.text(ui.tr("employing.entry"_t, {{"kind", kind_text(ui, entry.kind)}, {"time", hours_text(ui, entry.minutes)}}));
  if (entry.miles != 0) ui.text(ui.plural("employing.entry_miles"_t, entry.miles));
  if (!entry.note.empty()) ui.text(entry.note, ui::TextLook::Soft);
  if (!entry.reason.empty()) ui.text(ui.tr("employing.corrected"_t, {{"reason", entry.reason}}), ui::TextLook::Soft);
  confirmed_ui(ui, one);
  const std::string progress = progress_text(ui, one.progress);
  if (!progress.empty()) ui.text(progress, ui::TextLook::Soft);
  if (hand == Hand::LookOnly) return;
  if (ui.button("correct", ui.tr("employing.correct"_t, {{"day", day}}), ui::ButtonLook::Quiet)) form_.correct(one);
}

void WorkerPage::confirm_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries,
                            PayDays days) {
  const auto open = std::count_if(entries.begin(), entries.end(),
                                  [](const BookEntry* entry) { return entry->confirmed != Confirmed::Right; });
  if (open == 0) return;
  const auto card = ui.card("confirm", ui::CardLook::Soft);
  ui.text(ui.plural("employing.unconfirmed"_t, open));
  ui.link("show", ui.tr("employing.confirm.show"_t, {{"name", one.worker.name}}),
          "/pa/confirm/" + one.id.text() + "?day=" + days.first.iso(), ui::LinkLook::Button, ui::Icon::ArrowRight);
}

void WorkerPage::cost_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries,
                         PayDays days) {
  if (entries.empty()) return;
  ui.heading(2, ui.tr("employing.cost.period"_t));
  no_payroll_ui(ui);
  if (!has_figures_ui(ui, store_)) return;
  FigureReader figures(store_.figures(), days.last);
  PayTime time = pay_time(entries);
  time.miles_before = miles_before(store_.book(), one.id, days);
  const PayCost cost = pay_cost(figures, one.worker, time, figures.read(FigureName::EmploymentAllowance));
  if (!figures.is_complete()) ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("employing.figures.incomplete"_t));
  pay_lines_ui(ui, cost);
  if (one.worker.holiday == HolidayPay::WhenTaken)
    ui.text(ui.tr("employing.holiday_earned"_t, {{"time", hours_text(ui, holiday_earned(figures, time.worked))}}),
            ui::TextLook::Soft);
  sick_ui(ui, figures, one, entries, days);
  if (time.miles > 0) {
    const std::int64_t approved = mileage(figures, time.miles_before, time.miles);
    if (cost.mileage > approved)
      ui.notice(ui::Tone::Warn, ui::Icon::Warning,
                ui.tr("employing.mileage_above"_t, {{"money", pence_text(approved)}}));
  }
  sources_ui(ui, figures);
}

// Beside the cost and not in it: what is written down here is not all that the payroll service counts with.
void WorkerPage::sick_ui(ui::Ui& ui, FigureReader& figures, const BookWorker& one,
                         const std::vector<const BookEntry*>& entries, PayDays days) {
  const bool is_sick = std::any_of(entries.begin(), entries.end(),
                                   [](const BookEntry* entry) { return entry->entry.kind == EntryKind::Sick; });
  if (!is_sick) return;
  if (const auto sick = sick_estimate(figures, store_.book(), one, days)) {
    if (sick->week == 0)
      ui.sentence("employing.cost.no_sick"_t);
    else
      ui.text(ui.plural("employing.sick_about"_t, sick->days,
                        {{"money", pence_text(sick->due)}, {"usual", std::to_string(sick->days_a_week)}}));
  }
  ui.sentence("employing.sick_note"_t, ui::TextLook::Soft);
}

void WorkerPage::file_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries,
                         PayDays days) {
  if (entries.empty()) return;
  ui.heading(2, ui.tr("employing.file.title"_t));
  const bool is_complete = !one.owner.is_nil() && std::none_of(entries.begin(), entries.end(), is_here_only);
  if (!is_complete) return ui.sentence("employing.file.wait"_t);
  ui.sentence("employing.file.what"_t);
  ui.link("file", ui.tr("employing.file.get"_t), "/api/employing/payroll/" + one.id.text() + "/" + days.first.iso(),
          ui::LinkLook::Standalone, ui::Icon::ArrowRight);
}

}  // namespace alongside::employing
