// Database: the council's one SQLite file and the one connection to it. Owned by main; lent to
// features, which may keep the reference but must not touch it before their first handler, verb or
// migration runs. One thread. WAL with synchronous=FULL: what was committed survives a power cut.
#pragma once

#include "app/base/result.hpp"
#include "app/server/statement.hpp"
#include "app/server/statement_cache.hpp"

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace alongside::server {

class Vault;

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  Result<void> open(const std::string& path);  // ":memory:" in tests
  void close();                                // with a last checkpoint

  Result<Statement> prepare(std::string_view sql);  // or the same text again, ready to bind
  Result<void> execute(std::string_view sql);       // one or more statements without parameters
  std::int64_t last_insert_id() const;
  std::int64_t changes() const;  // rows changed by the last statement
  Result<void> checkpoint();
  // After the present transaction is committed the log is emptied too, so that nothing that was deleted stays in it.
  void empty_log_after_commit() { empty_log_ = true; }

  bool in_transaction() const;

  // Under which what people wrote is sealed (vault/vault.hpp); null: it is not. Outlives the database's use.
  void use_vault(Vault* vault) { vault_ = vault; }
  Vault* vault() const { return vault_; }

  // After a failed write to disk nothing that SQLite says can be trusted: the server stops, and
  // the next start recovers from what is on the disk.
  bool broken() const { return broken_; }

 private:
  friend class Statement;
  friend class Transaction;
  Error failure(int status, std::string_view doing);
  void give_back(sqlite3_stmt* statement);

  sqlite3* handle_ = nullptr;
  StatementCache statements_;
  bool broken_ = false;
  bool empty_log_ = false;
  Vault* vault_ = nullptr;
};

// Begins at create(), and is rolled back unless commit() succeeded. Inside another one it is a part of that, which can
// be undone by itself: what a verb does is one transaction with the note of who asked for it (VerbJournal).
class Transaction {
 public:
  static Result<Transaction> create(Database& database);
  Transaction(Transaction&& other) noexcept : database_(other.database_), place_(other.place_) {
    other.database_ = nullptr;
  }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Result<void> commit();

 private:
  enum class Place : std::uint8_t { Outermost, Inside };
  Transaction(Database& database, Place place) : database_(&database), place_(place) {}
  Database* database_;
  Place place_;
};

}  // namespace alongside::server
