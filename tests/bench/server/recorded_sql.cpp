#include "tests/bench/server/recorded_sql.hpp"

#include "app/server/storage/postgres_sql.hpp"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <memory>
#include <utility>

namespace alongside::bench {

namespace {

using server::PreparedStatement;
using Prepared = std::vector<std::unique_ptr<PreparedStatement>>;

constexpr std::size_t most_pgbench_commands = 8'000;

struct Bind {
  PreparedStatement& statement;
  int parameter;
  void operator()(std::monostate) const { statement.bind_null(parameter); }
  void operator()(std::int64_t value) const { statement.bind_integer(parameter, value); }
  void operator()(double value) const { statement.bind_real(parameter, value); }
  void operator()(const std::string& value) const { statement.bind_text(parameter, value); }
  void operator()(const std::vector<std::uint8_t>& value) const { statement.bind_bytes(parameter, value); }
};

struct PgType {
  const char* operator()(std::monostate) const { return "unknown"; }
  const char* operator()(std::int64_t) const { return "bigint"; }
  const char* operator()(double) const { return "double precision"; }
  const char* operator()(const std::string&) const { return "text"; }
  const char* operator()(const std::vector<std::uint8_t>&) const { return "bytea"; }
};

struct PgLiteral {
  std::string operator()(std::monostate) const { return "NULL"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return fmt::format("{}", value); }
  std::string operator()(const std::string& value) const {
    std::string text = "'";
    for (const char c : value) text += c == '\'' ? std::string("''") : std::string(1, c);
    return text + "'";
  }
  std::string operator()(const std::vector<std::uint8_t>& value) const {
    std::string text = "'\\x";
    for (const std::uint8_t byte : value) text += fmt::format("{:02x}", byte);
    return text + "'";
  }
};

template <class Part>
std::string listed(const std::vector<SqlValue>& values, Part part) {
  std::string text;
  for (const SqlValue& value : values) text += (text.empty() ? "" : ", ") + std::string(std::visit(part, value));
  return text.empty() ? text : "(" + text + ")";
}

Result<void> run_statement(server::DatabaseConnection& connection, const RecordedSql& all, const SqlEvent& event,
                           Prepared& prepared) {
  auto& statement = prepared[event.text];
  if (!statement) statement = ALONGSIDE_TRY(connection.prepare(all.texts[event.text]));
  for (std::size_t i = 0; i < event.values.size(); ++i) {
    std::visit(Bind{*statement, static_cast<int>(i) + 1}, event.values[i]);
  }
  for (std::size_t step = 0; step < event.steps; ++step) ALONGSIDE_TRY(statement->step());
  statement->reset();
  return {};
}

Result<void> run_event(server::DatabaseConnection& connection, const RecordedSql& all, const SqlEvent& event,
                       Prepared& prepared) {
  switch (event.kind) {
    case SqlEvent::Kind::Begin: return connection.begin();
    case SqlEvent::Kind::Commit: return connection.commit();
    case SqlEvent::Kind::Execute: return connection.execute(all.texts[event.text]);
    case SqlEvent::Kind::Statement: return run_statement(connection, all, event, prepared);
    case SqlEvent::Kind::Mark: break;
  }
  return {};
}

}  // namespace

std::size_t RecordedSql::text_index(std::string_view sql) {
  const auto found = places_.find(sql);
  if (found != places_.end()) return found->second;
  texts.emplace_back(sql);
  return places_.emplace(std::string(sql), texts.size() - 1).first->second;
}

Result<Outcome> RecordedSql::replay(server::DatabaseConnection& connection, std::string name) const {
  using Steady = std::chrono::steady_clock;
  Outcome outcome;
  outcome.name = std::move(name);
  Prepared prepared(texts.size());
  const auto start = Steady::now();
  auto began = start;
  for (const SqlEvent& event : events) {
    ALONGSIDE_TRY(run_event(connection, *this, event, prepared));
    if (event.kind != SqlEvent::Kind::Mark) continue;
    const auto now = Steady::now();
    outcome.milliseconds.push_back(std::chrono::duration<double, std::milli>(now - began).count());
    began = now;
  }
  outcome.seconds = std::chrono::duration<double>(Steady::now() - start).count();
  return outcome;
}

std::size_t RecordedSql::write_pgbench(const std::string& path) const {
  std::ofstream script(path, std::ios::binary);
  std::map<std::pair<std::size_t, std::string>, std::string> names;
  std::string body;
  std::size_t requests = 0;
  std::size_t commands = 0;
  for (const SqlEvent& event : events) {
    if (event.kind == SqlEvent::Kind::Mark) {
      ++requests;
      if (commands > most_pgbench_commands) break;
    }
    ++commands;
    switch (event.kind) {
      case SqlEvent::Kind::Begin: body += "BEGIN;\n"; break;
      case SqlEvent::Kind::Commit: body += "COMMIT;\n"; break;
      case SqlEvent::Kind::Execute: body += server::postgres_sql(texts[event.text]).text + ";\n"; break;
      case SqlEvent::Kind::Mark: break;
      case SqlEvent::Kind::Statement: {
        const std::string types = listed(event.values, PgType{});
        const auto [place, is_new] = names.try_emplace({event.text, types}, fmt::format("s{}", names.size() + 1));
        if (is_new) {
          script << "PREPARE " << place->second << types << " AS " << server::postgres_sql(texts[event.text]).text
                 << ";\n";
        }
        body += "EXECUTE " + place->second + listed(event.values, PgLiteral{}) + ";\n";
      }
    }
  }
  script << body;
  return requests;
}

}  // namespace alongside::bench
