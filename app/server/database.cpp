#include "app/server/database.hpp"

#include "app/server/storage/postgres_connection.hpp"
#include "app/server/storage/sqlite_connection.hpp"

#include <utility>

namespace alongside::server {

Result<void> Database::open(const std::string& path) {
  close();
  auto connection = std::make_unique<SqliteConnection>();
  auto opened = connection->open(path);
  broken_ = broken_ || connection->broken();
  if (opened) open(std::move(connection));
  return opened;
}

Result<void> Database::open(const PostgresPlace& place) {
  close();
  auto connection = std::make_unique<PostgresConnection>();
  ALONGSIDE_TRY(connection->open(place, PostgresUse::Write));
  open(std::move(connection));
  return {};
}

Result<void> Database::open_to_read(const PostgresPlace& place) {
  close();
  auto connection = std::make_unique<PostgresConnection>();
  ALONGSIDE_TRY(connection->open(place, PostgresUse::Read));
  ALONGSIDE_TRY(connection->execute("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"));
  open(std::move(connection));
  return {};
}

void Database::open(std::unique_ptr<DatabaseConnection> connection) {
  close();
  connection_ = std::move(connection);
}

void Database::close() {
  if (!connection_) return;
  statements_.clear();
  broken_ = broken();
  connection_.reset();
  ++opening_;
}

Result<void> Database::check_open() const {
  if (!connection_) return Error{ErrorCode::Storage, "database: used before it was opened"};
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
  ALONGSIDE_TRY(check_open());
  if (auto free = statements_.take(sql)) return Statement(*this, opening_, std::move(free));
  return Statement(*this, opening_, ALONGSIDE_TRY(connection_->prepare(sql)));
}

void Database::give_back(std::uint64_t opening, std::unique_ptr<PreparedStatement> prepared) {
  // One of a connection that was closed while it was in use would keep that connection's file open.
  if (is_open_since(opening)) statements_.give(std::move(prepared));
}

Result<void> Database::execute(std::string_view sql) {
  ALONGSIDE_TRY(check_open());
  return connection_->execute(sql);
}

Result<void> Database::checkpoint() {
  ALONGSIDE_TRY(check_open());
  return connection_->checkpoint();
}

Result<bool> Database::has_table(std::string_view name) {
  ALONGSIDE_TRY(check_open());
  return connection_->has_table(name);
}

Result<Transaction> Transaction::create(Database& database) {
  ALONGSIDE_TRY(database.check_open());
  const Place place = database.in_transaction() ? Place::Inside : Place::Outermost;
  ALONGSIDE_TRY(place == Place::Inside ? database.execute("SAVEPOINT inside") : database.connection_->begin());
  return Transaction(database, place);
}

Transaction::~Transaction() {
  // Nothing can be done about a failed rollback here; the database has then rolled back by itself.
  if (database_ == nullptr) return;
  (void)database_->execute(place_ == Place::Inside ? "ROLLBACK TO inside; RELEASE inside" : "ROLLBACK");
  if (place_ == Place::Outermost) database_->empty_log_ = false;
}

Result<void> Transaction::commit() {
  ALONGSIDE_TRY(database_->check_open());
  ALONGSIDE_TRY(place_ == Place::Inside ? database_->execute("RELEASE inside") : database_->connection_->commit());
  Database& done = *database_;
  database_ = nullptr;
  if (place_ == Place::Inside || !std::exchange(done.empty_log_, false)) return {};
  return done.checkpoint();
}

}  // namespace alongside::server
