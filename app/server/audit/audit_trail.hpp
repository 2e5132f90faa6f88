// AuditTrail: the audit's table as a chain: each row's link is the SHA-256 of the link before it and of all that the
// row says, so a row that is changed, taken out or moved breaks it at that place. Rows are appended in the transaction
// of what they tell of, by SyncService and by VerbJournal. Whoever can write the database and has this program can
// forge the whole chain; what they cannot forge is a head that was noted elsewhere (backups' manifests, `audit
// verify`).
#pragma once

#include "app/base/result.hpp"
#include "app/server/audit/audit_entry.hpp"
#include "app/server/digest.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace alongside::server {

class Database;

struct AuditHead {
  std::int64_t number = 0;  // of the last row; 0: there is none
  Sha256 link{};            // noughts: no row has a link yet
};

struct AuditFault {
  std::int64_t number = 0;  // where
  std::string what;         // "was changed", "is missing" …
};

struct AuditCheck {
  std::int64_t rows = 0;
  AuditHead head;
  std::vector<AuditFault> faults;  // in order; at most 100
};

class AuditTrail {
 public:
  explicit AuditTrail(Database& database) : database_(database) {}

  // Inside the caller's transaction. Its number and link are given here.
  Result<void> append(const AuditEntry& entry);
  Result<AuditHead> head() const;
  // Where the rows that are left begin: the last that retention took, and its link. 0: none was taken.
  Result<AuditHead> base() const;
  // Goes over every row. With `earlier`, a head noted before, also whether the chain still goes through it.
  Result<AuditCheck> check(const AuditHead* earlier = nullptr) const;
  // In order, from a number on, until `take` says that it was enough.
  Result<void> each(std::int64_t from, const std::function<bool(const AuditEntry&)>& take) const;

 private:
  Database& database_;
};

}  // namespace alongside::server
