#include "plugins/employing/pages/work_store.hpp"

#include "app/base/uk_time.hpp"
#include "app/plugin_api/read_record.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace alongside::employing {

using namespace ui::literals;

namespace {

constexpr std::array<std::uint32_t, 3> change_kinds = {PutWorker::schema.id, RecordHours::schema.id,
                                                       ConfirmHours::schema.id};

Progress progress_of(ChangeState state) {
  switch (state) {
    case ChangeState::Saving: return Progress::Saving;
    case ChangeState::Kept: return Progress::OnDevice;
    case ChangeState::Received: return Progress::Received;
    case ChangeState::Refused:
    case ChangeState::Conflict: break;
  }
  return Progress::Refused;
}

std::vector<BookChange> changes_of(const Records& records) {
  std::vector<BookChange> changes;
  for (const PendingChange* pending : records.changes(change_kinds)) {
    BookChange made;
    const Change& change = pending->change;
    if (!read_change<PutWorker>(change, made.change) && !read_change<RecordHours>(change, made.change) &&
        !read_change<ConfirmHours>(change, made.change))
      continue;
    made.id = pending->id;
    made.subject = change.subject;
    made.base = change.base;
    made.made_at_ms = pending->made_at_ms;
    made.day = uk_day(pending->made_at_ms);
    made.progress = progress_of(pending->state);
    made.code = pending->state == ChangeState::Conflict ? "conflict" : pending->code;
    changes.push_back(std::move(made));
  }
  return changes;
}

WorkBook read_book(const Records& records) {
  WorkBook book;
  for (const wire::Document* document : records.documents(Worker::schema.id)) {
    if (auto worker = read_document<Worker>(*document))
      book.workers.push_back({document->id, document->now(), document->subject, std::move(*worker),
                              Progress::WithCouncil, document->owner});
    else
      ++book.unreadable;
  }
  for (const wire::Document* document : records.documents(WorkEntry::schema.id)) {
    BookEntry entry;
    entry.id = document->id;
    if (auto content = read_document<WorkEntry>(*document)) {
      entry.entry = std::move(*content);
      book.entries.push_back(std::move(entry));
    } else {
      ++book.unreadable;
    }
  }
  for (const wire::Document* document : records.documents(Confirmation::schema.id)) {
    if (auto confirmation = read_document<Confirmation>(*document))
      book.confirmations.emplace_back(document->id, std::move(*confirmation));
    else
      ++book.unreadable;
  }
  return finished(std::move(book), changes_of(records));
}

}  // namespace

bool WorkStore::is_signed_in() const { return !host_.session().person.is_nil(); }

bool WorkStore::may_employ() const {
  return std::any_of(host_.session().children.begin(), host_.session().children.end(),
                     [](const wire::FamilyChild& child) { return child.role != wire::FamilyRole::Helper; });
}

const wire::FamilyPerson* WorkStore::owner_of(const BookWorker& one) const {
  if (one.owner.is_nil() || one.owner == host_.session().person) return nullptr;
  for (const wire::FamilyPerson& person : host_.session().people) {
    if (person.id == one.owner) return &person;
  }
  return nullptr;
}

Hand WorkStore::hand_of(const BookWorker& one) const {
  const wire::FamilyPerson* owner = owner_of(one);
  if (owner == nullptr) return Hand::Change;
  for (const wire::Lent& lent : owner->lends) {
    if (lent.child == one.subject.id && lent.facet == wire::Facet::Workers)
      return lent.level == wire::ShareLevel::Change ? Hand::Change : Hand::LookOnly;
  }
  return Hand::Change;
}

void WorkStore::look_only_ui(ui::Ui& ui, const BookWorker& one) const {
  if (hand_of(one) == Hand::Change) return;
  ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("employing.look_only"_t, {{"name", owner_of(one)->name}}));
}

const WorkBook& WorkStore::book() {
  const Records& records = host_.records();
  if (is_fresh_ && records.edition() == edition_) return book_;
  is_fresh_ = true;
  edition_ = records.edition();
  book_ = read_book(records);
  return book_;
}

std::string WorkStore::name_of_child(const wire::Subject& subject) const {
  for (const wire::FamilyChild& child : host_.session().children) {
    if (child.subject == subject) return child.name;
  }
  return {};
}

FiguresState WorkStore::figures_state() {
  if (!has_asked_) ask();
  return state_;
}

void WorkStore::ask_again() {
  ask();
  host_.redraw();
}

void WorkStore::ask() {
  has_asked_ = true;
  state_ = FiguresState::Waiting;
  host_.fetch("/api/employing/figures", [this](const Result<Bytes>& reply) {
    if (!reply.ok()) {
      state_ = reply.error().code == ErrorCode::NotFound ? FiguresState::Missing : FiguresState::Failed;
      return;
    }
    auto figures = wire::decode_frame<PayFigures>(reply.value());
    state_ = figures.ok() ? FiguresState::Ready : FiguresState::Failed;
    if (figures.ok()) figures_ = std::move(figures).value();
  });
}

}  // namespace alongside::employing
