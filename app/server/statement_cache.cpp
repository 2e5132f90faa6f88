#include "app/server/statement_cache.hpp"

#include <utility>

namespace alongside::server {

std::unique_ptr<PreparedStatement> StatementCache::take(std::string_view sql) {
  const auto found = free_.find(sql);
  if (found == free_.end()) return nullptr;
  auto statement = std::move(found->second);
  free_.erase(found);
  return statement;
}

void StatementCache::give(std::unique_ptr<PreparedStatement> statement) {
  statement->reset();
  if (free_.size() >= most_kept || statement->reuse() == Reuse::No) return;
  const std::string_view sql = statement->sql();
  free_.try_emplace(sql, std::move(statement));
}

}  // namespace alongside::server
