// Database: the council's database and the one connection to it: a SQLite file, or a PostgreSQL. Owned by main; lent
// to features, which may keep the reference but must not touch it before their first handler, verb or migration runs.
// One thread, and nobody else writes meanwhile. What was committed survives a power cut.
#pragma once

#include "app/base/result.hpp"
#include "app/server/statement.hpp"
#include "app/server/statement_cache.hpp"
#include "app/server/storage/database_connection.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace alongside::server {

struct PostgresPlace;
class Vault;

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { close(); }

  Result<void> open(const std::string& path);     // a SQLite file; ":memory:" in tests
  Result<void> open(const PostgresPlace& place);  // Conflict: another council-api has it
  // As it is at this moment, beside the council-api that writes to it.
  Result<void> open_to_read(const PostgresPlace& place);
  // What is open already; tests put something between.
  void open(std::unique_ptr<DatabaseConnection> connection);
  void close();  // with a last checkpoint
  DatabaseKind kind() const { return connection_ ? connection_->kind() : DatabaseKind::Sqlite; }

  Result<Statement> prepare(std::string_view sql);                 // or the same text again, ready to bind
  Result<void> execute(std::string_view sql);                      // one or more statements without parameters
  std::int64_t changes() const { return connection_->changes(); }  // rows changed by the last statement
  Result<void> checkpoint();
  Result<bool> has_table(std::string_view name);
  // After the present transaction is committed the log is emptied too, so that nothing that was deleted stays in it.
  void empty_log_after_commit() { empty_log_ = true; }

  bool in_transaction() const { return connection_ && connection_->in_transaction(); }

  // Under which what people wrote is sealed (vault/vault.hpp); null: it is not. Outlives the database's use.
  void use_vault(Vault* vault) { vault_ = vault; }
  Vault* vault() const { return vault_; }

  // After a failed write to disk, or a connection that was lost, nothing that the process remembers can be trusted:
  // the server stops, and the next start begins with what is in the database.
  bool broken() const { return broken_ || (connection_ && connection_->broken()); }

 private:
  friend class Statement;
  friend class Transaction;
  Result<void> check_open() const;
  bool is_open_since(std::uint64_t opening) const { return connection_ && opening == opening_; }
  void give_back(std::uint64_t opening, std::unique_ptr<PreparedStatement> prepared);

  std::unique_ptr<DatabaseConnection> connection_;  // null: not open
  StatementCache statements_;                       // of this connection
  std::uint64_t opening_ = 0;
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
