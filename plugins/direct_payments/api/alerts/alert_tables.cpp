#include "plugins/direct_payments/api/alerts/alert_tables.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

#include <string>

namespace alongside::direct_payments {
namespace {

server::Statement& bind_key(server::Statement& statement, const AlertKey& key) {
  server::bind_id(server::bind_id(server::bind_id(statement, 1, key.household), 2, key.agreement), 3, key.person);
  return statement.bind(4, static_cast<std::int64_t>(key.kind));
}

constexpr const char* of_key = " WHERE household = ?1 AND agreement = ?2 AND person = ?3 AND kind = ?4";

}  // namespace

Result<bool> AlertTables::take(const AlertKey& key, std::optional<std::int64_t> cause) {
  if (!cause) {
    auto remove = ALONGSIDE_TRY(database_.prepare(std::string("DELETE FROM direct_payments_alert") + of_key));
    ALONGSIDE_TRY(bind_key(remove, key).run());
    return false;
  }
  auto known = ALONGSIDE_TRY(database_.prepare(std::string("SELECT cause FROM direct_payments_alert") + of_key));
  const bool is_there = ALONGSIDE_TRY(bind_key(known, key).step()) == server::Step::Row;
  if (is_there && known.column_integer(0) == *cause) return false;
  auto keep = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO direct_payments_alert (household, agreement, person, kind, cause)"
                        " VALUES (?1, ?2, ?3, ?4, ?5)"
                        " ON CONFLICT (household, agreement, person, kind) DO UPDATE SET cause = excluded.cause"));
  ALONGSIDE_TRY(bind_key(keep, key).bind(5, *cause).run());
  return true;
}

}  // namespace alongside::direct_payments
