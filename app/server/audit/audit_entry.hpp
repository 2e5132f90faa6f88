// AuditEntry: one line of the audit: who did or read what, when, and whose it was. Ids and names of operations only,
// and the officer's own name: nothing that a family wrote.
#pragma once

#include "app/base/ids.hpp"

#include <cstdint>
#include <string>

namespace alongside::server {

struct AuditEntry {
  std::int64_t number = 0;  // its place, from 1 without a gap; given by AuditTrail
  std::int64_t at_ms = 0;
  OperationId operation;     // nil: by a verb
  DeviceId device;           // likewise
  PersonId actor;            // likewise
  HouseholdId household;     // nil: of no single one
  SubjectId subject;         // the child, person or thing it is about
  std::uint32_t kind = 0;    // of a change; what was read has its facets here, as a FacetSet
  std::int64_t outcome = 0;  // wire::Outcome; of a verb 0 or 1: done or failed
  std::string code;          // why not
  std::string verb;          // "requests answer"; "read": by a person's device; empty: changed by one
  std::string officer;       // who asked for the verb
  std::string account;       // of the machine, behind the officer's name; empty: it could not be had
};

}  // namespace alongside::server
