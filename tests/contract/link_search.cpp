#include "tests/contract/link_search.hpp"

#include <sqlite3.h>

#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

namespace alongside::contract {
namespace {

constexpr std::size_t window = 8;
constexpr long long longest_day = 100000;  // days since 1970 stay under it until the year 2243

const std::set<std::string> answer_tables{"feedback_answers", "token_spent"};
// What anybody may read: values that come from here tie nobody to anything.
const std::set<std::string> public_tables{"feedback_definitions", "feedback_surveys", "token_keys"};

struct Row {
  std::vector<std::string> texts;  // text and blobs
  std::vector<long long> numbers;
};
using Tables = std::map<std::string, std::vector<Row>>;

void each_row(sqlite3* database, const std::string& sql, const std::function<void(sqlite3_stmt*)>& take) {
  sqlite3_stmt* select = nullptr;
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &select, nullptr) == SQLITE_OK) {
    while (sqlite3_step(select) == SQLITE_ROW) take(select);
  }
  sqlite3_finalize(select);
}

std::string bytes_at(sqlite3_stmt* row, int column) {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(row, column));
  return data == nullptr ? "" : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
}

Tables read_all(sqlite3* database) {
  std::vector<std::string> names;
  each_row(database, "SELECT name FROM sqlite_schema WHERE type = 'table'",
           [&names](sqlite3_stmt* row) { names.push_back(bytes_at(row, 0)); });
  Tables tables;
  for (const std::string& name : names) {
    std::vector<Row>& rows = tables[name];
    each_row(database, "SELECT * FROM \"" + name + "\"", [&rows](sqlite3_stmt* found) {
      Row row;
      for (int column = 0; column < sqlite3_column_count(found); ++column) {
        if (sqlite3_column_type(found, column) == SQLITE_INTEGER)
          row.numbers.push_back(sqlite3_column_int64(found, column));
        else
          row.texts.push_back(bytes_at(found, column));
      }
      rows.push_back(std::move(row));
    });
  }
  return tables;
}

using Windows = std::unordered_set<std::string>;

void add_windows(Windows& windows, std::string_view text) {
  for (std::size_t at = 0; at + window <= text.size(); ++at) windows.emplace(text.substr(at, window));
}

bool has_rowid(sqlite3* database, const std::string& table) {
  sqlite3_stmt* select = nullptr;
  const std::string sql = "SELECT rowid FROM \"" + table + "\"";
  const bool has = sqlite3_prepare_v2(database, sql.c_str(), -1, &select, nullptr) == SQLITE_OK;
  sqlite3_finalize(select);
  return has;
}

void search_row(LinkSearch& found, const std::string& table, const Row& row, const Windows& people,
                const Windows& everybody) {
  ++found.answers;
  for (const long long number : row.numbers) {
    if (number > longest_day || number < 0) found.links.push_back(table + ": a number finer than a day");
  }
  for (const std::string& text : row.texts) {
    ++found.values;
    for (std::size_t at = 0; at + window <= text.size(); ++at) {
      const std::string part = text.substr(at, window);
      if (!people.contains(part) || everybody.contains(part)) continue;
      found.links.push_back(table + ": a value that a person's rows have too");
      break;
    }
  }
}

}  // namespace

LinkSearch search_links(const std::string& path, const std::vector<std::string>& secrets) {
  LinkSearch found;
  sqlite3* database = nullptr;
  if (sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) {
    found.links.emplace_back("the database could not be opened");
  } else {
    const Tables tables = read_all(database);
    found.tables = tables.size();
    Windows people, everybody;
    for (const std::string& secret : secrets) add_windows(people, secret);
    for (const auto& [name, rows] : tables) {
      if (answer_tables.contains(name)) continue;
      for (const Row& row : rows) {
        for (const std::string& text : row.texts) {
          ++found.values;
          add_windows(public_tables.contains(name) ? everybody : people, text);
        }
      }
    }
    for (const std::string& name : answer_tables) {
      if (has_rowid(database, name)) found.links.push_back(name + ": an order of arrival (rowid)");
      if (!tables.contains(name)) continue;
      for (const Row& row : tables.at(name)) search_row(found, name, row, people, everybody);
    }
  }
  sqlite3_close(database);
  return found;
}

bool change_database(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  const bool open = sqlite3_open(path.c_str(), &database) == SQLITE_OK;
  const bool done = open && sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  sqlite3_close(database);
  return done;
}

}  // namespace alongside::contract
