#include "plugins/employing/pages/hours_form.hpp"

#include "app/ui/ui.hpp"
#include "plugins/employing/model/payroll_file.hpp"
#include "plugins/employing/model/typed.hpp"
#include "plugins/employing/pages/work_words.hpp"

#include <string_view>
#include <utility>

namespace alongside::employing {

using namespace ui::literals;

namespace {

std::string_view place_of(WorkFault fault) {
  switch (fault) {
    case WorkFault::NoTime:
    case WorkFault::TooMuchTime: return "time";
    case WorkFault::BadMiles: return "miles";
    case WorkFault::BadText: return "note";
    case WorkFault::NoReason: return "reason";
    default: return "day";
  }
}

}  // namespace

void HoursForm::open(DocumentId worker) {
  if (worker == worker_) return;
  worker_ = worker;
  draft_key_ = "employing.hours." + worker.text();
  has_begun_ = false;
  saving_.reset();
}

// False while the device's drafts are not read: one that is there must not be written over.
bool HoursForm::begin() {
  if (has_begun_) return true;
  if (!host_.records().are_drafts_read()) return false;
  has_begun_ = true;
  clear();
  const auto draft = host_.records().draft(draft_key_);
  auto kept = draft ? wire::decode_payload<TypedHours>(*draft) : Result<TypedHours>(Error{});
  if (kept.ok()) typed_ = std::move(kept).value();
  return true;
}

void HoursForm::clear() {
  typed_ = {};
  typed_.day = typed_day(host_.clock().today());
  typed_.kind = std::string(name_of(EntryKind::Worked));
  fault_ = std::nullopt;
}

void HoursForm::correct(const BookEntry& one) {
  clear();
  typed_.day = typed_day(one.entry.day);
  typed_.kind = std::string(name_of(one.entry.kind));
  typed_.time = time_text(one.entry.minutes);
  if (one.entry.miles != 0) typed_.miles = std::to_string(one.entry.miles);
  typed_.note = one.entry.note;
  typed_.replaces = one.id;
  saving_.reset();
  wants_focus_ = true;
  host_.redraw();
}

std::string HoursForm::error_of(const ui::Ui& ui, std::string_view field) const {
  return fault_ && place_of(*fault_) == field ? fault_text(ui, *fault_) : std::string();
}

void HoursForm::form_ui(ui::Ui& ui, const BookWorker& worker) {
  if (!begin()) return;
  const bool corrects = !typed_.replaces.is_nil();
  const std::string heading = corrects ? ui.tr("employing.correct.title"_t) : ui.tr("employing.record"_t);
  const auto form = ui.form("hours", heading);
  ui.heading(2, heading);
  if (fault_) {
    ui.error_summary("errors", ui.tr("employing.error.title"_t),
                     {{ui::Key(place_of(*fault_)), fault_text(ui, *fault_)}}, summary_focus_);
    summary_focus_ = ui::TakeFocus::No;
  }
  if (saving_.state() == SavingState::Saved) ui.status("kept", ui.tr("employing.recorded"_t));
  if (fields_ui(ui, worker)) {
    if (saving_.state() == SavingState::Saved) saving_.reset();
    host_.records().keep_draft(draft_key_, wire::encode_payload(typed_), {});
  }
  if (std::exchange(wants_focus_, false)) ui.focus("time");
  buttons_ui(ui, worker);  // last: it may change the book
}

bool HoursForm::fields_ui(ui::Ui& ui, const BookWorker&) {
  bool is_changed = ui.text_field("day", {ui.tr("employing.day"_t), ui.tr("employing.day_hint"_t), error_of(ui, "day")},
                                  typed_.day, {.max_length = 20, .max_width = 220});
  is_changed |= ui.select("kind", {ui.tr("employing.kind"_t)},
                          {{std::string(name_of(EntryKind::Worked)), kind_text(ui, EntryKind::Worked)},
                           {std::string(name_of(EntryKind::Holiday)), kind_text(ui, EntryKind::Holiday)},
                           {std::string(name_of(EntryKind::Sick)), kind_text(ui, EntryKind::Sick)}},
                          typed_.kind);
  is_changed |= ui.text_field("time", {ui.tr("employing.time"_t), ui.tr("employing.time_hint"_t), error_of(ui, "time")},
                              typed_.time, {.max_length = 20, .max_width = 220});
  is_changed |= ui.text_field("miles", {ui.tr("employing.miles"_t), {}, error_of(ui, "miles")}, typed_.miles,
                              {.mode = ui::InputMode::Numeric, .max_length = 5, .max_width = 180});
  is_changed |=
      ui.text_field("note", {ui.tr("employing.note"_t), {}, error_of(ui, "note")}, typed_.note, {.max_length = 120});
  if (typed_.replaces.is_nil()) return is_changed;
  return is_changed |
         ui.text_field("reason",
                       {ui.tr("employing.reason"_t), ui.tr("employing.reason_hint"_t), error_of(ui, "reason")},
                       typed_.reason, {.max_length = 120, .required = ui::Required::Yes});
}

void HoursForm::buttons_ui(ui::Ui& ui, const BookWorker& worker) {
  if (saving_.state() == SavingState::Failed)
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr("employing.not_kept"_t));
  if (saving_.state() == SavingState::Waiting) return ui.status("saving", ui.tr("employing.progress.saving"_t));
  const bool corrects = !typed_.replaces.is_nil();
  if (corrects && ui.button("leave", ui.tr("employing.correct.leave"_t), ui::ButtonLook::Quiet)) {
    host_.records().drop_draft(draft_key_);
    clear();
    host_.redraw();
    return;
  }
  if (ui.button("save", corrects ? ui.tr("employing.correct.save"_t) : ui.tr("employing.record.save"_t),
                ui::ButtonLook::Primary, ui::Icon::Check))
    save(worker);
}

std::optional<WorkFault> HoursForm::read(const BookWorker& worker, RecordHours& hours) const {
  const auto day = read_day(typed_.day);
  if (!day) return WorkFault::BadDays;
  const bool is_empty = typed_.time.empty();
  const auto minutes = is_empty ? std::optional<std::int64_t>(0) : read_time(typed_.time);
  if (!minutes) return WorkFault::NoTime;
  if (*minutes > WorkEntry::most_minutes) return WorkFault::TooMuchTime;
  const auto miles = read_whole(typed_.miles, WorkEntry::most_miles);
  if (!miles) return WorkFault::BadMiles;
  hours.worker = worker.id;
  hours.day = *day;
  hours.kind = entry_kind_named(typed_.kind);
  hours.minutes = static_cast<std::uint16_t>(*minutes);
  hours.miles = static_cast<std::uint16_t>(*miles);
  hours.note = typed_.note;
  hours.replaces = typed_.replaces;
  hours.reason = typed_.reason;
  const std::int64_t there = store_.book().minutes_on(worker.id, *day, typed_.replaces);
  return check(hours, worker.worker, host_.clock().today(), there);
}

void HoursForm::save(const BookWorker& worker) {
  RecordHours hours;
  fault_ = read(worker, hours);
  if (fault_) {
    summary_focus_ = ui::TakeFocus::Yes;
    host_.redraw();
    return;
  }
  saving_.start(host_, change_of(worker.subject, hours), [this] {
    host_.records().drop_draft(draft_key_);
    clear();
    host_.announce(host_.words().get("employing.recorded"_t));
  });
}

}  // namespace alongside::employing
