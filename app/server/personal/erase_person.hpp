// erase_person: everything that the features hold of a person goes, but for what the law keeps; in the caller's
// transaction. Used by the verb `household erase`, and for who is on the list of erasures when a backup comes back or
// the server starts.
#pragma once

#include "app/base/result.hpp"
#include "app/server/personal/erasure_list.hpp"
#include "app/server/personal/personal_tables.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace alongside::server {

// What speaks against it today: a hold, and what still has to be done. Empty: nothing does.
Result<std::vector<std::string>> reasons_to_wait(const PersonalTables& tables, const PersonalContext& context);

Result<Erasure> erase_person(const PersonalTables& tables, const PersonalContext& context, std::int64_t at_ms);

// Whoever of these is in the database goes, each in a transaction of their own that the audit knows of. How many.
Result<std::int64_t> erase_again(const PersonalTables& tables, Database& database, const Clock& clock,
                                 const CouncilConfig& council, std::span<const ErasedPerson> list);
// Whom the database knows to be erased and the list does not: it was lost, or this is another folder.
Result<void> complete_list(Database& database, const ErasureList& list);

}  // namespace alongside::server
