#include "app/server/storage/postgres_connection.hpp"

#include "app/server/storage/postgres_sql.hpp"
#include "app/server/storage/postgres_statement.hpp"

#include <libpq-fe.h>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>
#include <utility>
#include <vector>

namespace alongside::server {

namespace {

using Steady = std::chrono::steady_clock;
constexpr auto between_postgres_tries = std::chrono::milliseconds(100);
constexpr std::chrono::milliseconds longest_wait_for_lock{3'000};
constexpr int oldest_postgres = 130000;

// What families were told is kept has to be on the disk, whatever is usual on that server; and plans of our small
// statements are not worth compiling.
constexpr const char* postgres_settings =
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') IN ('off', 'local');"
    "SET client_min_messages = warning; SET jit = off; SET lock_timeout = '10s';"
    // A council-api whose machine is gone must not keep its lock for hours.
    "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

// "alongsid": one a database, since PostgreSQL keeps these locks apart by database.
constexpr const char* try_postgres_lock = "SELECT pg_try_advisory_lock(7020108439136463204)";

struct PostgresWords {
  std::vector<const char*> names;
  std::vector<const char*> values;
  void add(const char* name, const char* value) {
    names.push_back(name);
    values.push_back(value);
  }
};

// `place` and `port` outlive what is given back.
PostgresWords postgres_words(const PostgresPlace& place, const std::string& port) {
  PostgresWords words;
  words.add("host", place.host.c_str());
  words.add("port", port.c_str());
  words.add("dbname", place.name.c_str());
  words.add("user", place.user.c_str());
  if (!place.password.empty()) words.add("password", place.password.c_str());
  // Families' words go to no other machine in clear, nor to one that is not who it says.
  words.add("sslmode", is_this_machine(place.host) ? "prefer" : "verify-full");
  if (!place.ca_file.empty()) words.add("sslrootcert", place.ca_file.c_str());
  words.add("application_name", "council-api");
  words.add("client_encoding", "UTF8");
  words.add("connect_timeout", "5");
  // A server that is gone without a word is given up.
  words.add("keepalives_idle", "10");
  words.add("keepalives_interval", "5");
  words.add("keepalives_count", "3");
  words.add("tcp_user_timeout", "30000");
  words.add(nullptr, nullptr);
  return words;
}

// Its own words, which hold no password, on one line.
std::string postgres_message(const pg_conn* connection) {
  std::string message = connection != nullptr ? PQerrorMessage(connection) : "out of memory";
  while (!message.empty() && message.back() == '\n') message.pop_back();
  for (char& c : message) c = c == '\n' ? ' ' : c;
  return message;
}

std::string prepared_key(const std::string& sql, std::span<const PostgresValue> values) {
  std::string key = sql;
  for (const PostgresValue& value : values) key += ' ' + std::to_string(static_cast<std::uint32_t>(value.type));
  return key;
}

ErrorCode code_of_state(std::string_view state) {
  if (state.starts_with("23")) return ErrorCode::Conflict;
  // Text that PostgreSQL cannot keep, like one with a NUL: it will not fit another time either.
  if (state == "22021" || state == "22P05") return ErrorCode::InvalidInput;
  return ErrorCode::Storage;
}

bool is_state_of_loss(std::string_view state) {
  return state.starts_with("08") || state.starts_with("57P") || state.starts_with("58") || state.starts_with("XX");
}

}  // namespace

PostgresConnection::~PostgresConnection() {
  if (handle_ != nullptr) PQfinish(handle_);
}

Result<void> PostgresConnection::open(const PostgresPlace& place, PostgresUse use) {
  ALONGSIDE_TRY(connect(place));
  ALONGSIDE_TRY(run(postgres_settings));
  ALONGSIDE_TRY(check_server());
  return use == PostgresUse::Write ? take_lock(place) : Result<void>();
}

Result<void> PostgresConnection::connect(const PostgresPlace& place) {
  const std::string port = std::to_string(place.port);
  const PostgresWords words = postgres_words(place, port);
  const auto end = Steady::now() + place.patience;
  while (true) {
    if (handle_ != nullptr) PQfinish(handle_);
    handle_ = PQconnectdbParams(words.names.data(), words.values.data(), 0);
    if (handle_ != nullptr && PQstatus(handle_) == CONNECTION_OK) break;
    // It answers, so it will not let us in a moment later either.
    if (PQpingParams(words.names.data(), words.values.data(), 0) == PQPING_OK) {
      return Error{ErrorCode::NotAllowed, "the database's server does not let us in: " + postgres_message(handle_)};
    }
    if (Steady::now() >= end) {
      return Error{ErrorCode::Unavailable, "the database's server cannot be reached: " + postgres_message(handle_)};
    }
    std::this_thread::sleep_for(between_postgres_tries);
  }
  PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
  return {};
}

Result<void> PostgresConnection::check_server() {
  if (PQserverVersion(handle_) < oldest_postgres) {
    return Error{ErrorCode::Incompatible, "the database's server is too old: PostgreSQL 13 or newer is needed"};
  }
  const auto rows =
      ALONGSIDE_TRY(run_prepared("SELECT current_setting('server_encoding') = 'UTF8', "
                                 "current_setting('fsync') = 'on', NOT pg_is_in_recovery()",
                                 {}));
  const std::pair<int, const char*> needs[] = {
      {0, "the database is not in UTF-8: make it with createdb --encoding=UTF8 --template=template0"},
      {1, "the database's server does not wait for its disk: set fsync = on"},
      {2, "the database's server is a standby: say where the one is that takes changes"}};
  for (const auto& [column, words] : needs) {
    if (integer_in(rows.get(), 0, column) == 0) return Error{ErrorCode::Incompatible, words};
  }
  return {};
}

// A server that was killed a moment ago may hold it until PostgreSQL notices.
Result<void> PostgresConnection::take_lock(const PostgresPlace& place) {
  const auto end = Steady::now() + std::min(place.patience, longest_wait_for_lock);
  while (true) {
    const auto rows = ALONGSIDE_TRY(run_prepared(try_postgres_lock, {}));
    if (integer_in(rows.get(), 0, 0) != 0) return {};
    if (Steady::now() >= end) {
      return Error{ErrorCode::Conflict, "another council-api is using the database " + place.name +
                                            ". If it is a server, say where its admin socket is with --admin."};
    }
    std::this_thread::sleep_for(between_postgres_tries);
  }
}

Error PostgresConnection::failure(const pg_result* result, std::string_view doing) {
  const char* field = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const std::string_view state = field != nullptr ? field : "";
  if (PQstatus(handle_) != CONNECTION_OK || is_state_of_loss(state)) broken_ = true;
  // Never the detail, which quotes the row.
  const char* primary = result != nullptr ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  std::string detail = "database: " + std::string(doing) + ": ";
  detail += primary != nullptr ? std::string(primary) : postgres_message(handle_);
  return Error{broken_ ? ErrorCode::Storage : code_of_state(state), std::move(detail)};
}

Result<PostgresRows> PostgresConnection::checked(pg_result* result, std::string_view doing) {
  PostgresRows rows(result);
  const ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return failure(result, doing);
  const std::string_view tag = PQcmdStatus(result);
  if (!tag.starts_with("SELECT") && *PQcmdTuples(result) != '\0') changes_ = std::atoll(PQcmdTuples(result));
  return rows;
}

Result<void> PostgresConnection::run(const std::string& sql) {
  ALONGSIDE_TRY(checked(PQexec(handle_, sql.c_str()), "running a statement"));
  return {};
}

Result<void> PostgresConnection::execute(std::string_view sql) {
  const PostgresSql translated = postgres_sql(sql);
  ALONGSIDE_TRY(run(translated.text));
  if (translated.tables == TableChange::None) return {};
  names_.clear();  // what was prepared is of the tables as they were
  return run("DEALLOCATE ALL");
}

Result<void> PostgresConnection::commit() {
  const auto done = ALONGSIDE_TRY(checked(PQexec(handle_, "COMMIT"), "committing"));
  if (std::string_view(PQcmdStatus(done.get())) == "COMMIT") return {};
  return Error{ErrorCode::Storage, "database: committing: an earlier statement had failed, so nothing was kept"};
}

bool PostgresConnection::in_transaction() const {
  const PGTransactionStatusType status = PQtransactionStatus(handle_);
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

Result<std::unique_ptr<PreparedStatement>> PostgresConnection::prepare(std::string_view sql) {
  PostgresSql translated = postgres_sql(sql);
  if (translated.text.empty()) return Error{ErrorCode::Internal, "database: an empty statement"};
  return std::unique_ptr<PreparedStatement>(std::make_unique<PostgresStatement>(*this, sql, std::move(translated)));
}

Result<bool> PostgresConnection::has_table(std::string_view name) {
  const std::vector<PostgresValue> values = {PostgresValue::text(name)};
  const auto rows = ALONGSIDE_TRY(
      run_prepared("SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1", values));
  return PQntuples(rows.get()) > 0;
}

Result<std::string> PostgresConnection::prepared_name(const std::string& sql, std::span<const PostgresValue> values) {
  std::string key = prepared_key(sql, values);
  if (const auto found = names_.find(key); found != names_.end()) return found->second;
  std::vector<Oid> types;
  for (const PostgresValue& value : values) types.push_back(static_cast<Oid>(value.type));
  std::string name = "s" + std::to_string(++named_);
  ALONGSIDE_TRY(checked(PQprepare(handle_, name.c_str(), sql.c_str(), static_cast<int>(types.size()), types.data()),
                        "preparing a statement"));
  names_.emplace(std::move(key), name);
  return name;
}

Result<PostgresRows> PostgresConnection::run_prepared(const std::string& sql, std::span<const PostgresValue> values) {
  const std::string name = ALONGSIDE_TRY(prepared_name(sql, values));
  std::vector<const char*> bytes;
  std::vector<int> sizes;
  for (const PostgresValue& value : values) {
    bytes.push_back(value.null ? nullptr : value.bytes.data());
    sizes.push_back(static_cast<int>(value.bytes.size()));
  }
  const std::vector<int> binary(values.size(), 1);
  return checked(PQexecPrepared(handle_, name.c_str(), static_cast<int>(values.size()), bytes.data(), sizes.data(),
                                binary.data(), 1),
                 "running a statement");
}

}  // namespace alongside::server
