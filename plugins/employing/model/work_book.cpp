#include "plugins/employing/model/work_book.hpp"

#include "plugins/employing/model/work_rules.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace alongside::employing {
namespace {

// Lays one change over the book, unless the council's documents show it already.
struct Layer {
  WorkBook& book;
  const BookChange& made;

  void operator()(const PutWorker& put) const {
    const auto found =
        std::find_if(book.workers.begin(), book.workers.end(), [&](const BookWorker& one) { return one.id == put.id; });
    if (found == book.workers.end()) {
      book.workers.push_back({put.id, made.base.after(made.id), made.subject, tidied(put.worker), made.progress, {}});
    } else if (found->version == made.base) {
      found->version = made.base.after(made.id);
      found->worker = tidied(put.worker);
      found->progress = made.progress;
    }
  }

  void operator()(const RecordHours& hours) const {
    const DocumentId id(made.id.bytes());
    if (book.find_entry(id) != nullptr) return;
    BookEntry entry;
    entry.id = id;
    entry.entry = entry_of(hours, {}, made.made_at_ms);
    entry.progress = made.progress;
    book.entries.push_back(std::move(entry));
  }

  void operator()(const ConfirmHours& confirm) const {
    const DocumentId id(made.id.bytes());
    for (const auto& [known, confirmation] : book.confirmations) {
      if (known == id) return;
    }
    book.confirmations.emplace_back(id, confirmation_of(confirm, {}, made.day));
  }
};

BookEntry* entry_in(WorkBook& book, DocumentId id) {
  const auto found =
      std::find_if(book.entries.begin(), book.entries.end(), [&](const BookEntry& one) { return one.id == id; });
  return found == book.entries.end() ? nullptr : &*found;
}

void mark_replaced(WorkBook& book) {
  for (const BookEntry& one : book.entries) {
    if (BookEntry* old = entry_in(book, one.entry.replaces); old != nullptr) old->is_replaced = true;
  }
}

// A later word counts more than an earlier one; of one day "right" counts, since it answers a correction.
void mark_confirmed(WorkBook& book) {
  std::stable_sort(book.confirmations.begin(), book.confirmations.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.second.day, a.second.says == WorkerSays::Right) <
           std::tuple(b.second.day, b.second.says == WorkerSays::Right);
  });
  for (const auto& [id, confirmation] : book.confirmations) {
    for (const DocumentId entry : confirmation.entries) {
      BookEntry* one = entry_in(book, entry);
      if (one == nullptr || one->entry.worker != confirmation.worker) continue;
      one->confirmed = confirmation.says == WorkerSays::Right ? Confirmed::Right : Confirmed::Wrong;
      one->words = confirmation.words;
    }
  }
}

}  // namespace

const BookWorker* WorkBook::find(DocumentId worker) const {
  const auto found =
      std::find_if(workers.begin(), workers.end(), [&](const BookWorker& one) { return one.id == worker; });
  return found == workers.end() ? nullptr : &*found;
}

const BookEntry* WorkBook::find_entry(DocumentId entry) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const BookEntry& one) { return one.id == entry; });
  return found == entries.end() ? nullptr : &*found;
}

std::vector<const BookEntry*> WorkBook::counted(DocumentId worker, PayDays days) const {
  std::vector<const BookEntry*> found;
  for (const BookEntry& one : entries) {
    const WorkEntry& entry = one.entry;
    if (entry.worker != worker || one.is_replaced || !days.holds(entry.day)) continue;
    if (entry.minutes != 0 || entry.miles != 0) found.push_back(&one);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

std::int64_t WorkBook::minutes_on(DocumentId worker, Date day, DocumentId without) const {
  std::int64_t minutes = 0;
  for (const BookEntry* one : counted(worker, {day, day})) {
    if (one->id != without) minutes += one->entry.minutes;
  }
  return minutes;
}

WorkBook finished(WorkBook book, std::span<const BookChange> changes) {
  for (const BookChange& change : changes) {
    if (change.progress == Progress::Refused)
      book.refused.push_back(change);
    else
      std::visit(Layer{book, change}, change.change);
  }
  mark_replaced(book);
  mark_confirmed(book);
  std::sort(book.workers.begin(), book.workers.end(), [](const BookWorker& a, const BookWorker& b) {
    return std::tie(a.worker.name, a.id) < std::tie(b.worker.name, b.id);
  });
  std::sort(book.entries.begin(), book.entries.end(), [](const BookEntry& a, const BookEntry& b) {
    return std::tie(b.entry.day, b.entry.recorded_at_ms, b.id) < std::tie(a.entry.day, a.entry.recorded_at_ms, a.id);
  });
  return book;
}

PayTime pay_time(std::span<const BookEntry* const> entries) {
  PayTime time;
  for (const BookEntry* one : entries) {
    if (one->entry.kind == EntryKind::Worked) time.worked += one->entry.minutes;
    if (one->entry.kind == EntryKind::Holiday) time.holiday += one->entry.minutes;
    time.miles += one->entry.miles;
  }
  return time;
}

}  // namespace alongside::employing
