// WorkBook: whom a family employs and their hours, as this device knows them: what the council sent, with what this
// device has done since laid over it. Pure: the same for the same documents and changes. Read by every screen of
// employing, and by the server for the payroll file.
#pragma once

#include "app/wire/messages/operation.hpp"
#include "plugins/employing/model/changes.hpp"
#include "plugins/employing/model/pay_cost.hpp"

#include <span>
#include <string>
#include <variant>
#include <vector>

namespace alongside::employing {

// How far the last change of this device to it has come. A refused one was not made.
enum class Progress : std::uint8_t { WithCouncil, Saving, OnDevice, Received, Refused };

struct BookWorker {
  DocumentId id;
  wire::Version version;
  wire::Subject subject;
  Worker worker;
  Progress progress = Progress::WithCouncil;
  PersonId owner{};  // whose worker it is; nil while only this device knows of them, which makes them one's own
};

// What the worker has said to an entry.
enum class Confirmed : std::uint8_t { NotYet, Right, Wrong };

struct BookEntry {
  DocumentId id;
  WorkEntry entry;
  Progress progress = Progress::WithCouncil;
  bool is_replaced = false;  // another entry stands in its place
  Confirmed confirmed = Confirmed::NotYet;
  std::string words;  // what the worker says is wrong
};

using AnyChange = std::variant<PutWorker, RecordHours, ConfirmHours>;

struct BookChange {
  OperationId id;
  wire::Subject subject;
  wire::Version base;
  std::int64_t made_at_ms = 0;
  Date day;  // on which it was made, by this device's clock
  Progress progress = Progress::OnDevice;
  std::string code;  // of a refusal
  AnyChange change;
};

struct WorkBook {
  std::vector<BookWorker> workers;  // by name
  std::vector<BookEntry> entries;   // the newest day first
  std::vector<std::pair<DocumentId, Confirmation>> confirmations;
  std::vector<BookChange> refused;
  std::size_t unreadable = 0;  // documents of a newer edition than this program

  const BookWorker* find(DocumentId worker) const;
  const BookEntry* find_entry(DocumentId entry) const;
  // What counts: not replaced, with time or miles, on one of the days. The oldest day first.
  std::vector<const BookEntry*> counted(DocumentId worker, PayDays days) const;
  std::int64_t minutes_on(DocumentId worker, Date day, DocumentId without) const;
};

// `changes` in the order in which they were made. Also marks what is replaced and what is confirmed.
WorkBook finished(WorkBook book, std::span<const BookChange> changes);

// The time to pay of those entries; `miles_before` is left at nothing.
PayTime pay_time(std::span<const BookEntry* const> entries);

}  // namespace alongside::employing
