#include "plugins/direct_payments/model/statement/read_statement.hpp"
#include "tests/unit/statements/statement_fixture.hpp"
#include "tests/unit/statements/statement_text_form.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

TEST_CASE("each bank's file is read as the rows that were written by hand beside it") {
  const auto paths = statement_fixtures();
  CHECK(paths.size() >= 26);
  for (const auto& path : paths) {
    CAPTURE(path.filename().string());
    std::filesystem::path rows = path;
    rows.replace_extension(".rows");
    CHECK(text_form(read_statement(bytes_of(path))) == bytes_of(rows));
  }
}

TEST_CASE("every reason a line can have is in one of the fixtures, but for those of hostile files") {
  std::set<LineReason> seen;
  for (const auto& path : statement_fixtures()) {
    const auto read = read_statement(bytes_of(path));
    REQUIRE(std::holds_alternative<Statement>(read));
    for (const StatementLine& line : std::get<Statement>(read).lines) seen.insert(line.reason);
  }
  for (std::size_t i = 0; i < line_reason_count; ++i) {
    const auto reason = static_cast<LineReason>(i);
    const bool is_hostile =
        reason == LineReason::BadBalance || reason == LineReason::CellTooLong || reason == LineReason::NotText;
    CAPTURE(std::string(name_of(reason)));
    CHECK(seen.contains(reason) != is_hostile);
    CHECK(name_of(reason).empty() == (reason == LineReason::None));
  }
}

TEST_CASE("a file cut anywhere gives no payment that the whole file does not have") {
  for (const auto& path : statement_fixtures()) {
    CAPTURE(path.filename().string());
    const std::string whole = bytes_of(path);
    const auto all = std::get<Statement>(read_statement(whole)).rows();
    // Where the amount ends its line, "8.5" of "8.50" cannot be told from a whole one: cut at line ends.
    const bool amount_is_last = path.filename() == "hsbc.csv" || path.filename() == "month_first.csv" ||
                                path.filename() == "card_with_pending.csv" || path.filename() == "bad_rows.csv" ||
                                path.filename() == "joined.csv";
    for (std::size_t length = 0; length < whole.size(); ++length) {
      if (amount_is_last && whole[length] != '\n') continue;
      const auto cut = read_statement(std::string_view(whole).substr(0, length));
      const auto* statement = std::get_if<Statement>(&cut);
      if (statement == nullptr) continue;
      for (StatementRow row : statement->rows()) {
        const bool is_there = std::any_of(all.begin(), all.end(), [&](const StatementRow& known) {
          // Days and pence of a cut file may rest on lines that are gone only where the file is unclear.
          return known.amount == row.amount &&
                 (known.day == row.day || path.filename() == "month_first.csv" || path.filename() == "us.qif");
        });
        CAPTURE(length);
        CHECK(is_there);
      }
    }
  }
}
