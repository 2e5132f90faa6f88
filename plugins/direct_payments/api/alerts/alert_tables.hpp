// Which causes somebody was told of and that still hold, so that each is told once. Used by alert_run and by what a
// person is told is held about them.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/operation.hpp"
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"

#include <cstdint>
#include <optional>

namespace alongside::server {
class Database;
}

namespace alongside::direct_payments {

inline constexpr const char* alert_tables_sql =
    "CREATE TABLE direct_payments_alert ("
    "  household BLOB NOT NULL CHECK (length(household) = 16), agreement BLOB NOT NULL CHECK (length(agreement) = 16),"
    "  person BLOB NOT NULL CHECK (length(person) = 16), kind INTEGER NOT NULL, cause INTEGER NOT NULL,"
    "  PRIMARY KEY (household, agreement, person, kind)) STRICT, WITHOUT ROWID;";

struct AlertKey {
  HouseholdId household;  // of the agreement
  DocumentId agreement;
  PersonId person;
  AlertKind kind = AlertKind::RunsOut;
};

class AlertTables {
 public:
  explicit AlertTables(server::Database& database) : database_(database) {}

  // `cause`: what holds now, a number of its own for each; nothing: none does. True when it is to be told.
  Result<bool> take(const AlertKey& key, std::optional<std::int64_t> cause);

 private:
  server::Database& database_;
};

}  // namespace alongside::direct_payments
