#include "app/server/storage/copy_rows.hpp"

#include "app/server/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

namespace {

// Of a table with photos in it they are all in memory at once: 5 MB each.
constexpr int copied_at_once = 20;

enum class CopiedType : std::uint8_t { Integer, Real, Text, Bytes };

struct CopiedColumn {
  std::string name;
  CopiedType type;
};

struct CopiedTable {
  std::string name;
  std::vector<CopiedColumn> columns;
};

std::string quoted_name(const std::string& name) { return "\"" + name + "\""; }

CopiedType column_type(std::string_view declared) {
  if (declared == "INTEGER") return CopiedType::Integer;
  if (declared == "REAL") return CopiedType::Real;
  return declared == "TEXT" ? CopiedType::Text : CopiedType::Bytes;
}

Result<std::vector<CopiedColumn>> copied_columns(Database& sqlite, const std::string& table) {
  auto rows = ALONGSIDE_TRY(sqlite.prepare("PRAGMA table_info(" + quoted_name(table) + ")"));
  std::vector<CopiedColumn> columns;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    columns.push_back({std::string(rows.column_text(1)), column_type(rows.column_text(2))});
  }
  return columns;
}

// In the order in which they were made: none refers to a later one, and no trigger minds.
Result<std::vector<CopiedTable>> copied_tables(Database& sqlite) {
  auto rows =
      ALONGSIDE_TRY(sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'migration'"
                                   " AND name NOT LIKE 'sqlite_%' ORDER BY rowid"));
  std::vector<CopiedTable> tables;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) tables.push_back({std::string(rows.column_text(0)), {}});
  for (CopiedTable& table : tables) table.columns = ALONGSIDE_TRY(copied_columns(sqlite, table.name));
  return tables;
}

Result<std::string> migrations_text(Database& database) {
  auto rows =
      ALONGSIDE_TRY(database.prepare("SELECT feature, number, checksum FROM migration ORDER BY feature, number"));
  std::string all;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    all += std::string(rows.column_text(0)) + ' ' + std::to_string(rows.column_integer(1)) + ' ';
    all += std::string(rows.column_text(2)) + '\n';
  }
  return all;
}

std::string column_names(const CopiedTable& table) {
  std::string names;
  for (const CopiedColumn& column : table.columns) names += (names.empty() ? "" : ", ") + quoted_name(column.name);
  return names;
}

std::string insert_text(const CopiedTable& table) {
  std::string values;
  for (std::size_t i = 1; i <= table.columns.size(); ++i) values += (i == 1 ? "?" : ", ?") + std::to_string(i);
  return "INSERT INTO " + quoted_name(table.name) + " (" + column_names(table) + ") VALUES (" + values + ")";
}

void bind_copied(Statement& insert, int parameter, const Statement& row, CopiedType type) {
  const int column = parameter - 1;
  if (row.column_is_null(column)) {
    insert.bind_null(parameter);
  } else if (type == CopiedType::Integer) {
    insert.bind(parameter, row.column_integer(column));
  } else if (type == CopiedType::Real) {
    insert.bind(parameter, row.column_real(column));
  } else if (type == CopiedType::Text) {
    insert.bind(parameter, row.column_text(column));
  } else {
    insert.bind_bytes(parameter, row.column_bytes(column));
  }
}

class RowCopy {
 public:
  RowCopy(Database& from, Database& to, const std::atomic<bool>& stopping)
      : from_(from), to_(to), stopping_(stopping) {}

  Result<void> table(const CopiedTable& table) {
    const std::string select = "SELECT " + column_names(table) + " FROM " + quoted_name(table.name);
    const std::int64_t copied =
        ALONGSIDE_TRY(from_.kind() == DatabaseKind::Sqlite ? rows(table, select) : in_parts(table, select));
    auto count = ALONGSIDE_TRY(to_.prepare("SELECT count(*) FROM " + quoted_name(table.name)));
    ALONGSIDE_TRY(count.step());
    if (count.column_integer(0) == copied) return {};
    return Error{ErrorCode::Storage, "not every row of " + table.name + " arrived"};
  }

 private:
  // SQLite gives one row after the other; PostgreSQL all that are asked for.
  Result<std::int64_t> in_parts(const CopiedTable& table, const std::string& select) {
    const std::string cursor = "copy_of_" + table.name;
    ALONGSIDE_TRY(from_.execute("DECLARE " + cursor + " NO SCROLL CURSOR FOR " + select));
    const std::string fetch = "FETCH " + std::to_string(copied_at_once) + " FROM " + cursor;
    std::int64_t all = 0;
    for (std::int64_t some = copied_at_once; some == copied_at_once; all += some) {
      some = ALONGSIDE_TRY(rows(table, fetch));
    }
    ALONGSIDE_TRY(from_.execute("CLOSE " + cursor));
    return all;
  }

  Result<std::int64_t> rows(const CopiedTable& table, const std::string& select) {
    auto row = ALONGSIDE_TRY(from_.prepare(select));
    auto insert = ALONGSIDE_TRY(to_.prepare(insert_text(table)));
    std::int64_t count = 0;
    for (; ALONGSIDE_TRY(row.step()) == Step::Row; ++count) {
      if (stopping_) return Error{ErrorCode::Unavailable, "the server is stopping: the copy was left off"};
      int parameter = 0;
      for (const CopiedColumn& column : table.columns) bind_copied(insert, ++parameter, row, column.type);
      ALONGSIDE_TRY(insert.run());
    }
    return count;
  }

  Database& from_;
  Database& to_;
  const std::atomic<bool>& stopping_;
};

// What is numbered next comes after what was copied.
Result<void> go_on_counting(Database& postgres) {
  auto rows =
      ALONGSIDE_TRY(postgres.prepare("SELECT table_name, column_name FROM information_schema.columns"
                                     " WHERE table_schema = current_schema() AND is_identity = 'YES'"));
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    const std::string table(rows.column_text(0));
    const std::string column(rows.column_text(1));
    ALONGSIDE_TRY(postgres.execute("SELECT setval(pg_get_serial_sequence('" + table + "', '" + column +
                                   "'), greatest(1, (SELECT max(" + quoted_name(column) + ") FROM " +
                                   quoted_name(table) + ")))"));
  }
  return {};
}

}  // namespace

Result<void> copy_rows(Database& from, Database& to, const std::atomic<bool>& stopping) {
  if (ALONGSIDE_TRY(migrations_text(from)) != ALONGSIDE_TRY(migrations_text(to))) {
    return Error{ErrorCode::Incompatible, "the tables are not those of this council-api: start its server once"};
  }
  const auto tables = ALONGSIDE_TRY(copied_tables(from.kind() == DatabaseKind::Sqlite ? from : to));
  for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
    ALONGSIDE_TRY(to.execute("DELETE FROM " + quoted_name(table->name)));
  }
  RowCopy copy(from, to, stopping);
  for (const CopiedTable& table : tables) ALONGSIDE_TRY(copy.table(table));
  if (to.kind() == DatabaseKind::Postgres) ALONGSIDE_TRY(go_on_counting(to));
  return {};
}

}  // namespace alongside::server
