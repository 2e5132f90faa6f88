// StatementCache: SQL statements that were prepared once and are free to be used again. SQLite spends
// longer on preparing most of ours than on running them. Owned by Database; statements come back to it
// through Statement's destructor. Keeps one of each text, at most `most_kept`.
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

struct sqlite3_stmt;

namespace alongside::server {

class StatementCache {
 public:
  static constexpr std::size_t most_kept = 512;

  StatementCache() = default;
  StatementCache(const StatementCache&) = delete;
  StatementCache& operator=(const StatementCache&) = delete;
  ~StatementCache() { clear(); }

  // The statement of exactly this text, now the caller's; null when none is free.
  sqlite3_stmt* take(std::string_view sql);
  // Keeps it, reset and without its bound values, or finalises it.
  void give(sqlite3_stmt* statement);
  void clear();

 private:
  std::unordered_map<std::string_view, sqlite3_stmt*> free_;  // the text is the statement's own copy
};

}  // namespace alongside::server
