#include "plugins/direct_payments/pages/book_reader.hpp"

#include "app/plugin_api/read_record.hpp"

#include <array>
#include <optional>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::array<std::uint32_t, 7> change_kinds = {
    RecordTransaction::schema.id, ReverseTransaction::schema.id, PutPlanItem::schema.id, RemovePlanItem::schema.id,
    AddReceipt::schema.id,        SendReturn::schema.id,         AnswerReturn::schema.id};

template <wire::Message T, class Take>
void read_kind(const Records& records, Book& book, Take take) {
  for (const wire::Document* document : records.documents(T::schema.id)) {
    std::optional<T> content = read_document<T>(*document);
    if (content)
      take(*document, std::move(*content));
    else
      ++book.unreadable;
  }
}

Progress progress_of(ChangeState state) {
  switch (state) {
    case ChangeState::Saving: return Progress::Saving;
    case ChangeState::Kept: return Progress::OnDevice;
    case ChangeState::Received: return Progress::Received;
    case ChangeState::Refused: return Progress::Refused;
    case ChangeState::Conflict: return Progress::Conflict;
  }
  return Progress::OnDevice;
}

std::vector<BookChange> changes_of(const Records& records, PersonId person) {
  std::vector<BookChange> changes;
  for (const PendingChange* pending : records.changes(change_kinds)) {
    BookChange made;
    const Change& change = pending->change;
    const bool is_read =
        read_change<RecordTransaction>(change, made.change) || read_change<ReverseTransaction>(change, made.change) ||
        read_change<PutPlanItem>(change, made.change) || read_change<RemovePlanItem>(change, made.change) ||
        read_change<AddReceipt>(change, made.change) || read_change<SendReturn>(change, made.change) ||
        read_change<AnswerReturn>(change, made.change);
    if (!is_read) continue;
    made.id = pending->id;
    made.subject = change.subject;
    made.actor = person;
    made.base = change.base;
    made.made_at_ms = pending->made_at_ms;
    made.progress = progress_of(pending->state);
    made.code = pending->code;
    changes.push_back(std::move(made));
  }
  return changes;
}

}  // namespace

Book read_book(const Records& records, PersonId person) {
  Book book;
  read_kind<Agreement>(records, book, [&](const wire::Document& document, Agreement agreement) {
    book.agreements.push_back({document.id, document.subject, document.owner, std::move(agreement)});
  });
  read_kind<Transaction>(records, book, [&](const wire::Document& document, Transaction transaction) {
    book.entries.push_back({document.id, std::move(transaction), Progress::WithCouncil, {}});
  });
  read_kind<PlanItem>(records, book, [&](const wire::Document& document, PlanItem item) {
    book.plan.push_back({document.id, document.now(), std::move(item), Progress::WithCouncil});
  });
  read_kind<Return>(records, book, [&](const wire::Document& document, Return one) {
    book.returns.push_back({document.id, document.now(), document.subject, std::move(one), Progress::WithCouncil});
  });
  return apply_changes(std::move(book), changes_of(records, person));
}

}  // namespace alongside::direct_payments
