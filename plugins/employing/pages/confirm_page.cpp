#include "plugins/employing/pages/confirm_page.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "plugins/employing/pages/work_words.hpp"

#include <utility>

namespace alongside::employing {

using namespace ui::literals;

namespace {

std::vector<const BookEntry*> still_open(const WorkBook& book, const BookWorker& one, Date day) {
  std::vector<const BookEntry*> open;
  for (const BookEntry* entry : book.counted(one.id, pay_days(one.worker.period, one.worker.starts, day))) {
    if (entry->confirmed != Confirmed::Right && open.size() < Confirmation::most_entries) open.push_back(entry);
  }
  return open;
}

}  // namespace

void ConfirmPage::opened(const Route& route) {
  if (route.text() == route_.text()) return;
  route_ = route;
  is_wrong_ = false;
  words_.clear();
  fault_ = std::nullopt;
  saving_.reset();
}

std::string ConfirmPage::title(const ui::Words& words) const { return words.get("employing.confirm.title"_t); }

Result<void> ConfirmPage::page_ui(ui::Ui& ui) {
  const auto id = DocumentId::parse(route_.tail("/pa/confirm"));
  const BookWorker* one = id.ok() && store_.is_signed_in() ? store_.book().find(id.value()) : nullptr;
  ui.heading(1, one != nullptr ? ui.tr("employing.confirm.name"_t, {{"name", one->worker.name}})
                               : ui.tr("employing.confirm.title"_t));
  if (!store_.is_signed_in()) {
    sign_in_ui(ui, route_);
    return {};
  }
  if (one == nullptr) {
    ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("employing.missing"_t));
    return {};
  }
  if (store_.hand_of(*one) == Hand::LookOnly) {
    store_.look_only_ui(ui, *one);
    ui.link("back", ui.tr("employing.confirm.back"_t), "/pa/one/" + one->id.text(), ui::LinkLook::Standalone);
    return {};
  }
  if (saving_.state() == SavingState::Saved) {
    done_ui(ui);
    return {};
  }
  const auto day = Date::parse(route_.value("day"));
  const auto entries = still_open(store_.book(), *one, day.ok() ? day.value() : host_.clock().today());
  if (entries.empty()) {
    ui.text(ui.tr("employing.confirm.none"_t));
    ui.link("back", ui.tr("employing.confirm.back"_t), "/pa/one/" + one->id.text(), ui::LinkLook::Standalone);
    return {};
  }
  hours_ui(ui, entries);
  answer_ui(ui, *one, entries);  // last: it may change the book
  return {};
}

// Days, time and miles: what the worker knows. Nothing else of the family's is theirs to read.
void ConfirmPage::hours_ui(ui::Ui& ui, const std::vector<const BookEntry*>& entries) {
  ui.sentence("employing.confirm.lead"_t, ui::TextLook::Large);
  const auto list = ui.list("hours", ui.tr("employing.entries"_t));
  for (const BookEntry* one : entries) {
    const WorkEntry& entry = one->entry;
    const auto item = ui.list_item(ui::Key(one->id.text()));
    const auto card = ui.card("entry");
    ui.text(ui::format_day(ui.language(), entry.day), ui::TextLook::Strong);
    ui.text(ui.tr("employing.entry"_t, {{"kind", kind_text(ui, entry.kind)}, {"time", hours_text(ui, entry.minutes)}}));
    if (entry.miles != 0) ui.text(ui.plural("employing.entry_miles"_t, entry.miles));
  }
  ui.text(ui.tr("employing.confirm.total"_t, {{"time", hours_text(ui, pay_time(entries).worked)}}),
          ui::TextLook::Strong);
}

void ConfirmPage::answer_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries) {
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("employing.not_kept"_t));
  if (saving_.state() == SavingState::Waiting) return ui.status("saving", ui.tr("employing.progress.saving"_t));
  if (is_wrong_) return wrong_ui(ui, one, entries);
  if (ui.button("right", ui.tr("employing.confirm.right"_t), ui::ButtonLook::Primary, ui::Icon::Check))
    return say(one, entries, WorkerSays::Right);
  if (ui.button("wrong", ui.tr("employing.confirm.wrong"_t))) {
    is_wrong_ = true;
    wants_focus_ = true;
    host_.redraw();
  }
}

void ConfirmPage::wrong_ui(ui::Ui& ui, const BookWorker& one, const std::vector<const BookEntry*>& entries) {
  const auto form = ui.form("wrong", ui.tr("employing.confirm.wrong"_t));
  const std::string error = fault_ ? fault_text(ui, *fault_) : std::string();
  if (fault_) {
    ui.error_summary("errors", ui.tr("employing.error.title"_t), {{"words", error}}, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  ui.text_field("words", {ui.tr("employing.confirm.words"_t), ui.tr("employing.confirm.words_hint"_t), error}, words_,
                {.max_length = 120});
  if (std::exchange(wants_focus_, false)) ui.focus("words");
  if (ui.button("send", ui.tr("employing.confirm.send"_t), ui::ButtonLook::Primary))
    say(one, entries, WorkerSays::Wrong);
}

void ConfirmPage::say(const BookWorker& one, const std::vector<const BookEntry*>& entries, WorkerSays says) {
  ConfirmHours confirm;
  confirm.worker = one.id;
  for (const BookEntry* entry : entries) confirm.entries.push_back(entry->id);
  confirm.says = says;
  if (says == WorkerSays::Wrong) confirm.words = words_;
  fault_ = check(confirm);
  if (fault_) {
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  saving_.start(host_, change_of(one.subject, confirm), [this] {
    wants_focus_ = true;
    host_.announce(host_.words().get("employing.confirm.thanks"_t));
  });
}

void ConfirmPage::done_ui(ui::Ui& ui) {
  const auto card = ui.card("done", ui::CardLook::Band);
  ui.heading(2, ui.tr("employing.confirm.thanks"_t));
  ui.sentence("employing.confirm.give_back"_t);
  if (std::exchange(wants_focus_, false)) ui.focus("back");
  ui.link("back", ui.tr("employing.confirm.back"_t), "/pa/one/" + std::string(route_.tail("/pa/confirm")),
          ui::LinkLook::Standalone);
}

}  // namespace alongside::employing
