#include "app/server/statement_cache.hpp"

#include <sqlite3.h>

#include <utility>

namespace alongside::server {

namespace {

// A pragma may do its work while it is prepared: used again it would do nothing.
bool is_pragma(std::string_view sql) {
  const auto start = sql.find_first_not_of(" \n\t");
  return start != sql.npos && sqlite3_strnicmp(sql.data() + start, "pragma", 6) == 0;
}

}  // namespace

sqlite3_stmt* StatementCache::take(std::string_view sql) {
  const auto found = free_.find(sql);
  if (found == free_.end()) return nullptr;
  sqlite3_stmt* statement = found->second;
  free_.erase(found);
  return statement;
}

void StatementCache::give(sqlite3_stmt* statement) {
  sqlite3_reset(statement);  // returns what its last step returned, which that step's caller knows
  sqlite3_clear_bindings(statement);
  const std::string_view sql = sqlite3_sql(statement);
  const bool kept = free_.size() < most_kept && !is_pragma(sql) && free_.try_emplace(sql, statement).second;
  if (!kept) sqlite3_finalize(statement);
}

void StatementCache::clear() {
  for (const auto& [sql, statement] : std::exchange(free_, {})) sqlite3_finalize(statement);
}

}  // namespace alongside::server
