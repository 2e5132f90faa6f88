// StatementCache: SQL statements that were prepared once and are free to be used again. SQLite spends longer on
// preparing most of ours than on running them, and PostgreSQL another round trip. Owned by Database; statements come
// back to it through Statement's destructor. Keeps one of each text, at most `most_kept`.
#pragma once

#include "app/server/storage/prepared_statement.hpp"

#include <cstddef>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace alongside::server {

class StatementCache {
 public:
  static constexpr std::size_t most_kept = 512;

  // The statement of exactly this text, now the caller's; null when none is free.
  std::unique_ptr<PreparedStatement> take(std::string_view sql);
  // Keeps it, reset and without its bound values, or lets it go.
  void give(std::unique_ptr<PreparedStatement> statement);
  void clear() { free_.clear(); }

 private:
  std::unordered_map<std::string_view, std::unique_ptr<PreparedStatement>> free_;  // the text is the statement's own
};

}  // namespace alongside::server
