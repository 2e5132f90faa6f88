#include "plugins/employing/pages/workers_page.hpp"

#include "app/ui/ui.hpp"
#include "app/wire/messages/session.hpp"
#include "plugins/employing/pages/work_words.hpp"

#include <algorithm>
#include <optional>

namespace alongside::employing {

using namespace ui::literals;

namespace {

std::string href_of(const BookWorker& one) { return "/pa/one/" + one.id.text(); }

std::int64_t unconfirmed_of(const WorkBook& book, DocumentId worker) {
  return std::count_if(book.entries.begin(), book.entries.end(), [&](const BookEntry& one) {
    const bool counts = one.entry.worker == worker && !one.is_replaced && one.entry.minutes + one.entry.miles > 0;
    return counts && one.confirmed != Confirmed::Right;
  });
}

// Only whoever can do something about it is told on the home page.
std::int64_t waiting_of(WorkStore& store, const BookWorker& one) {
  return store.hand_of(one) == Hand::Change ? unconfirmed_of(store.book(), one.id) : 0;
}

void worker_ui(ui::Ui& ui, const WorkBook& book, const BookWorker& one, Date today, const std::string& child) {
  const Worker& worker = one.worker;
  const auto card = ui.card("card", ui::CardLook::Card, href_of(one));
  ui.link("open", worker.name, href_of(one), ui::LinkLook::CardTitle);
  if (!child.empty()) ui.text(ui.tr("employing.for_child"_t, {{"name", child}}), ui::TextLook::Soft);
  ui.text(ui.tr("employing.an_hour"_t, {{"money", worker.rate.text()}}));
  const PayTime time = pay_time(book.counted(one.id, pay_days(worker.period, worker.starts, today)));
  ui.text(ui.tr("employing.this_period"_t, {{"time", hours_text(ui, time.worked)}}));
  if (const std::int64_t count = unconfirmed_of(book, one.id); count > 0)
    ui.text(ui.plural("employing.unconfirmed"_t, count), ui::TextLook::Soft, ui::Icon::Clock);
  const std::string progress = progress_text(ui, one.progress);
  if (!progress.empty()) ui.text(progress, ui::TextLook::Soft);
}

void duties_ui(ui::Ui& ui) {
  const auto card = ui.card("duties", ui::CardLook::Soft);
  ui.heading(2, ui.tr("employing.duties"_t));
  const auto list = ui.list("list", ui.tr("employing.duties"_t), ui::ListLook::Bullets);
  const std::string duties[] = {ui.tr("employing.duties.insurance"_t), ui.tr("employing.duties.payroll"_t),
                                ui.tr("employing.duties.contract"_t),  ui.tr("employing.duties.checks"_t),
                                ui.tr("employing.duties.pension"_t),   ui.tr("employing.duties.sick"_t),
                                ui.tr("employing.duties.allowance"_t), ui.tr("employing.duties.allowance_not"_t)};
  std::uint64_t number = 0;
  for (const std::string& duty : duties) {
    const auto item = ui.list_item(ui::Key("duty", number++));
    ui.text(duty);
  }
}

}  // namespace

std::string WorkersPage::title(const ui::Words& words) const { return words.get("employing.title"_t); }

Result<void> WorkersPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("employing.title"_t));
  ui.sentence("employing.lead"_t, ui::TextLook::Large);
  no_payroll_ui(ui);
  ui.link("cost", ui.tr("employing.cost.link"_t), "/pa/cost", ui::LinkLook::Standalone, ui::Icon::Banknote);
  family_ui(ui);
  duties_ui(ui);
  return {};
}

void WorkersPage::family_ui(ui::Ui& ui) {
  if (!store_.is_signed_in()) return sign_in_ui(ui, route_);
  if (store_.may_employ())
    ui.link("new", ui.tr("employing.new"_t), "/pa/new", ui::LinkLook::Button, ui::Icon::ArrowRight);
  refused_ui(ui);
  if (store_.book().unreadable > 0) ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr("employing.newer"_t));
  list_ui(ui);
}

// A change that the council did not make stays until it has been read.
void WorkersPage::refused_ui(ui::Ui& ui) {
  std::optional<OperationId> read;
  for (const BookChange& change : store_.book().refused) {
    const auto card = ui.card(ui::Key(change.id.text()), ui::CardLook::Soft);
    ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("employing.refused"_t));
    if (const auto* put = std::get_if<PutWorker>(&change.change)) ui.text(put->worker.name);
    if (const auto* hours = std::get_if<RecordHours>(&change.change))
      ui.text(hours->day.iso() + ": " + hours_text(ui, hours->minutes));
    ui.text(refused_text(ui, change));
    if (ui.button("read", ui.tr("employing.refused.read"_t))) read = change.id;
  }
  if (read) host_.records().dismiss(*read);
}

void WorkersPage::list_ui(ui::Ui& ui) {
  const WorkBook& book = store_.book();
  ui.heading(2, ui.tr("employing.people"_t));
  if (book.workers.empty()) {
    ui.illustration("people");
    return ui.sentence("employing.none"_t);
  }
  const bool are_many = host_.session().children.size() > 1;
  const auto list = ui.list("workers", ui.tr("employing.people"_t));
  for (const BookWorker& one : book.workers) {
    const auto item = ui.list_item(ui::Key(one.id.text()));
    worker_ui(ui, book, one, host_.clock().today(), are_many ? store_.name_of_child(one.subject) : std::string());
  }
}

bool has_summary(WorkStore& store) {
  if (!store.is_signed_in()) return false;
  const WorkBook& book = store.book();
  return std::any_of(book.workers.begin(), book.workers.end(),
                     [&](const BookWorker& one) { return waiting_of(store, one) > 0; });
}

void summary_ui(ui::Ui& ui, WorkStore& store) {
  const WorkBook& book = store.book();
  for (const BookWorker& one : book.workers) {
    const std::int64_t count = waiting_of(store, one);
    if (count == 0) continue;
    const auto box = ui.card(ui::Key(one.id.text()), ui::CardLook::Plain);
    ui.link("open", one.worker.name, href_of(one), ui::LinkLook::Standalone);
    ui.text(ui.plural("employing.unconfirmed"_t, count), ui::TextLook::Soft);
  }
}

}  // namespace alongside::employing
