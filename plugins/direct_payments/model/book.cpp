#include "plugins/direct_payments/model/book.hpp"

#include "app/base/uk_time.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {
namespace {

template <class Items>
auto find_by_id(Items& items, DocumentId id) {
  return std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
}

template <class Item>
const Item* pointer_by_id(const std::vector<Item>& items, DocumentId id) {
  const auto found = find_by_id(items, id);
  return found == items.end() ? nullptr : &*found;
}

// The records come in this order nearly always. Exchanging over shrinking gaps is a fraction of the code of std::sort
// or of a heap, which every module would carry once for each kind, and no slower for what a family has.
template <class Item>
void sort_by_id(std::vector<Item>& items) {
  for (std::size_t gap = items.size() / 2; gap > 0; gap /= 2) {
    for (std::size_t i = gap; i < items.size(); ++i) {
      for (std::size_t j = i; j >= gap && items[j].id < items[j - gap].id; j -= gap)
        std::swap(items[j], items[j - gap]);
    }
  }
}

// Lays one change over the book, unless the council's documents show it already.
struct Layer {
  Book& book;
  const BookChange& made;

  void add(Transaction transaction) const {
    transaction.recorded_by = made.actor;
    transaction.recorded_at_ms = made.made_at_ms;
    book.entries.push_back({document_of(made.id), std::move(transaction), made.progress, {}});
  }

  void operator()(const RecordTransaction& record) const {
    const auto agreement = std::find_if(book.agreements.begin(), book.agreements.end(), [&](const BookAgreement& one) {
      return one.subject == made.subject && mark_of(one.id) == record.agreement;
    });
    if (agreement == book.agreements.end() || book.entry(document_of(made.id)) != nullptr) return;
    Transaction transaction;
    transaction.agreement = agreement->id;
    transaction.day = record.day;
    transaction.postings = record.postings;
    transaction.text = record.text;
    transaction.plan_item = record.plan_item;
    transaction.service = record.service;
    transaction.bank = record.bank;
    add(std::move(transaction));
  }

  // The payment's document and its reversal's may come in either order, so what counts is whether any
  // entry reverses it already.
  void operator()(const ReverseTransaction& reverse) const {
    const BookEntry* entry = book.entry(reverse.transaction);
    if (entry == nullptr || !may_be_reversed(entry->transaction)) return;
    const auto reverses_it = [&](const BookEntry& other) { return other.transaction.reverses == reverse.transaction; };
    if (std::any_of(book.entries.begin(), book.entries.end(), reverses_it)) return;
    Transaction undone = reversal(entry->transaction, reverse.reason);
    undone.reverses = reverse.transaction;
    add(std::move(undone));
  }

  // Once the document has moved past the version that the person saw, it tells more than the change.
  void operator()(const PutPlanItem& put) const {
    const auto found = find_by_id(book.plan, put.id);
    if (found == book.plan.end()) {
      if (!made.base.exists()) book.plan.push_back({put.id, made.base.after(made.id), put.item, made.progress});
    } else if (found->version == made.base) {
      *found = {put.id, made.base.after(made.id), put.item, made.progress};
    }
  }

  void operator()(const RemovePlanItem& remove) const {
    const auto found = find_by_id(book.plan, remove.id);
    if (found != book.plan.end() && found->version == made.base) book.plan.erase(found);
  }

  // A receipt changes no money; the screens find it by itself (pages/receipts.hpp).
  void operator()(const AddReceipt&) const {}

  // As with a plan item: what has moved past the version that the person saw tells more than the change.
  void operator()(const SendReturn& sent) const {
    const DocumentId id = return_id(sent.agreement, sent.first);
    auto found = find_by_id(book.returns, id);
    if ((found == book.returns.end() ? wire::Version() : found->version) != made.base) return;
    if (found == book.returns.end()) found = book.returns.insert(found, {id, {}, made.subject, {}, {}});
    send(found->content, sent, made.actor, uk_day(made.made_at_ms));
    found->version = made.base.after(made.id);
    found->progress = made.progress;
  }

  // The council's answer may have come after these words and tells of them; until it does they are shown at the end.
  void operator()(const AnswerReturn& words) const {
    const auto found = find_by_id(book.returns, words.id);
    if (found == book.returns.end() || found->version != made.base) return;
    answer(found->content, words, made.actor, uk_day(made.made_at_ms));
    found->version = made.base.after(made.id);
    found->progress = made.progress;
  }
};

void note_reversals(Book& book) {
  for (std::size_t i = 0; i < book.entries.size(); ++i) {
    const DocumentId reversed = book.entries[i].transaction.reverses;
    if (reversed.is_nil()) continue;
    const auto found = find_by_id(book.entries, reversed);
    if (found != book.entries.end()) found->reversed_by = book.entries[i].id;
  }
}

}  // namespace

const BookAgreement* Book::agreement(DocumentId id) const { return pointer_by_id(agreements, id); }
const BookEntry* Book::entry(DocumentId id) const { return pointer_by_id(entries, id); }
const BookReturn* Book::find_return(DocumentId id) const { return pointer_by_id(returns, id); }
const BookPlan* Book::planned(DocumentId id) const { return pointer_by_id(plan, id); }

std::vector<Transaction> Book::ledger() const {
  std::vector<Transaction> ledger;
  ledger.reserve(entries.size());
  for (const BookEntry& entry : entries) ledger.push_back(entry.transaction);
  return ledger;
}

std::vector<SentPeriod> Book::sent(DocumentId agreement) const {
  std::vector<SentPeriod> sent;
  for (const BookReturn& one : returns) {
    if (one.content.agreement == agreement && is_closed(one.content.state))
      sent.push_back({one.content.first, one.content.last});
  }
  return sent;
}

std::vector<PlannedItem> Book::planned_items() const {
  std::vector<PlannedItem> items;
  items.reserve(plan.size());
  for (const BookPlan& plan_item : plan) items.push_back({plan_item.id, plan_item.item});
  return items;
}

Book apply_changes(Book book, std::span<const BookChange> changes) {
  sort_by_id(book.agreements);
  sort_by_id(book.entries);
  sort_by_id(book.plan);
  for (const BookChange& change : changes) {
    if (change.progress == Progress::Refused || change.progress == Progress::Conflict)
      book.troubles.push_back(change);
    else
      std::visit(Layer{book, change}, change.change);
  }
  note_reversals(book);
  return book;
}

std::vector<const BookEntry*> newest_first(const Book& book, DocumentId agreement) {
  std::vector<const BookEntry*> entries;
  for (const BookEntry& entry : book.entries) {
    if (entry.transaction.agreement == agreement) entries.push_back(&entry);
  }
  std::stable_sort(entries.begin(), entries.end(), [](const BookEntry* a, const BookEntry* b) {
    if (a->transaction.day != b->transaction.day) return a->transaction.day > b->transaction.day;
    return a->transaction.recorded_at_ms > b->transaction.recorded_at_ms;
  });
  return entries;
}

}  // namespace alongside::direct_payments
