// Book: a family's money as this device knows it: what the council sent, with what this device has
// done since laid over it. apply_changes() is pure and gives the same book for the same documents and
// changes, in whatever order the documents came. Read by every money screen.
#pragma once

#include "app/wire/messages/operation.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "plugins/direct_payments/model/money_left.hpp"
#include "plugins/direct_payments/model/returns/return_rules.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace alongside::direct_payments {

// How far a change has come. The last two were not made; the person is told until they put it away.
enum class Progress : std::uint8_t { WithCouncil, Saving, OnDevice, Received, Refused, Conflict };

struct BookAgreement {
  DocumentId id;
  wire::Subject subject;
  PersonId owner;
  Agreement agreement;
};

struct BookEntry {
  DocumentId id;
  Transaction transaction;
  Progress progress = Progress::WithCouncil;
  DocumentId reversed_by;  // nil: it stands
};

struct BookPlan {
  DocumentId id;
  wire::Version version;
  PlanItem item;
  Progress progress = Progress::WithCouncil;
};

struct BookReturn {
  DocumentId id;
  wire::Version version;  // none: the council does not have it yet
  wire::Subject subject;
  Return content;
  Progress progress = Progress::WithCouncil;
};

using AnyChange = std::variant<RecordTransaction, ReverseTransaction, PutPlanItem, RemovePlanItem, AddReceipt,
                               SendReturn, AnswerReturn>;

struct BookChange {
  OperationId id;
  wire::Subject subject;
  PersonId actor;
  wire::Version base;
  std::int64_t made_at_ms = 0;
  Progress progress = Progress::OnDevice;
  std::string code;  // of a refusal
  AnyChange change;
};

struct Book {
  std::vector<BookAgreement> agreements;
  std::vector<BookEntry> entries;
  std::vector<BookPlan> plan;
  std::vector<BookReturn> returns;
  std::vector<BookChange> troubles;  // refused or in conflict
  std::size_t unreadable = 0;        // documents of a newer edition than this program

  const BookAgreement* agreement(DocumentId id) const;
  const BookEntry* entry(DocumentId id) const;
  const BookPlan* planned(DocumentId id) const;
  const BookReturn* find_return(DocumentId id) const;
  std::vector<Transaction> ledger() const;
  // Where nothing may be changed, as far as this device knows.
  std::vector<SentPeriod> sent(DocumentId agreement) const;
  std::vector<PlannedItem> planned_items() const;
};

// The document that an operation makes has the operation's id.
inline DocumentId document_of(OperationId operation) { return DocumentId(operation.bytes()); }

// `changes` in the order in which they were made.
Book apply_changes(Book book, std::span<const BookChange> changes);

// Newest first, and among those of one day the last recorded first.
std::vector<const BookEntry*> newest_first(const Book& book, DocumentId agreement);

}  // namespace alongside::direct_payments
