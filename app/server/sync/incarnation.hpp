// The incarnation: one life of the council's database. Made with the tables; after a restore from a
// backup it is renewed, so that devices send again what the restored database has not got.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"

namespace alongside {
class Chance;
}  // namespace alongside

namespace alongside::server {

class Database;

Result<IncarnationId> incarnation(Database& database);
Result<void> renew_incarnation(Database& database, Chance& chance);

}  // namespace alongside::server
