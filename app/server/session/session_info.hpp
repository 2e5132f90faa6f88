// What a person is told about themselves when they are signed in: their name, their children today,
// and whom they share with. Called by the session routes. Whoever is restricted is told of the child and
// of whom they share with themselves, and of nobody who shares: as if nobody did.
#pragma once

#include "app/base/clock.hpp"
#include "app/base/result.hpp"
#include "app/server/access/actor.hpp"
#include "app/wire/messages/session.hpp"

namespace alongside::server {

class Database;

// Its times are left to the caller.
Result<wire::SessionInfo> session_info(Database& database, const Clock& clock, const Actor& actor);
// Everybody of a demo household, by name.
Result<wire::DemoPeople> demo_people(Database& database);
// Nil unless this is somebody of a demo household.
Result<HouseholdId> demo_household_of(Database& database, PersonId person);

}  // namespace alongside::server
