// Bytes that are not as they should be: other encodings, NULs, files that are cut, padded, far too large
// or something else altogether.
#include "plugins/direct_payments/model/statement/markup_reader.hpp"
#include "plugins/direct_payments/model/statement/read_statement.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"
#include "tests/unit/statements/statement_fixture.hpp"
#include "tests/unit/statements/statement_text_form.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

enum class ByteOrder { Little, Big };

// Of text below U+0800, which is all that the fixture has.
std::string utf16(std::string_view text, ByteOrder order) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned unit = static_cast<unsigned char>(text[i]);
    if (unit >= 0xC0) unit = (unit & 0x1F) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3F);
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += order == ByteOrder::Little ? low : high;
    out += order == ByteOrder::Little ? high : low;
  }
  return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string read(std::string_view bytes) { return text_form(read_statement(bytes)); }

const std::string header = "Date,Description,Amount\n";

}  // namespace

TEST_CASE("a file is read the same in every encoding and with every line end that banks use") {
  const std::string text = statement_bytes("nationwide.csv");
  const std::string rows = statement_bytes("nationwide.rows");
  CHECK(read("\xEF\xBB\xBF" + text) == rows);
  CHECK(read("\xFF\xFE" + utf16(text, ByteOrder::Little)) == rows);
  CHECK(read("\xFE\xFF" + utf16(text, ByteOrder::Big)) == rows);
  CHECK(read(utf16(text, ByteOrder::Little)) == rows);
  CHECK(read(utf16(text, ByteOrder::Big)) == rows);
  CHECK(read(replaced(text, "£", "\xA3")) == rows);
  CHECK(read(replaced(text, "\n", "\r\n")) == rows);
  CHECK(read(replaced(text, "\n", "\r")) == rows);
}

TEST_CASE("letters of Windows-1252 come out right, and a broken letter breaks no other") {
  CHECK(decode_statement_text("\x93"
                              "Caf\xE9\x94 \x80"
                              "5 \x81") == "“Café” €5 \uFFFD");
  CHECK(decode_statement_text("Tŷ Coch £8 \xFF") == "Tŷ Coch £8 \xFF");
  // A letter of two units, and half of one.
  CHECK(decode_statement_text(std::string_view("\xFF\xFE\x3D\xD8\x00\xDE\x3D\xD8", 8)) == "😀\uFFFD");
}

TEST_CASE("a NUL costs the line it stands in, and padding with NULs costs nothing") {
  const std::string nul(1, '\0');
  CHECK(read(header + "21/11/2026,SWIM" + nul + ",-8.50\n20/11/2026,TAXI,-10.00\n" + std::string(600, '\0')) ==
        "csv day_first shown point not_given\n1|header\n2|not_text\n3|row|2026-11-20|-1000|TAXI||||\n4|blank\n");
  CHECK(read(header + "21/11/2026,SWIM,-1" + nul + "8.50\n\x1A") ==
        "csv day_first unshown point not_given\n1|header\n2|not_text\n3|blank\n");
  CHECK(read(std::string(100, '\0')) == "empty\n");
}

TEST_CASE("a file that is no statement is refused as what it is") {
  CHECK(read("") == "empty\n");
  CHECK(read(" \r\n\t\n") == "empty\n");
  CHECK(read("%PDF-1.7\n") == "pdf\n");
  CHECK(read("PK\x03\x04"
             "xl/worksheets") == "spreadsheet\n");
  CHECK(read("\xD0\xCF\x11\xE0\xA1\xB1") == "spreadsheet\n");
  CHECK(read("<!DOCTYPE html><html><body>Please sign in</body></html>") == "unknown_format\n");
  CHECK(read("{\"transactions\": []}") == "unknown_columns\n");
  CHECK(read("Dear customer,\nthank you for banking with us.\n") == "unknown_columns\n");
  CHECK(read("Date,Description\n21/11/2026,SWIM\n") == "unknown_columns\n");
  CHECK(read(std::string(Statement::most_bytes + 1, 'x')) == "too_large\n");
}

TEST_CASE("more lines than a family's bank can have are refused, and the most is read") {
  std::string lines = header;
  for (std::size_t i = 1; i < Statement::most_lines; ++i) lines += "21/11/2026,SWIM,-8.50\n";
  REQUIRE(std::holds_alternative<Statement>(read_statement(lines)));
  CHECK(std::get<Statement>(read_statement(lines)).rows().size() == Statement::most_lines - 1);
  CHECK(read(lines + "21/11/2026,SWIM,-8.50\n") == "too_many_lines\n");
  CHECK(read(std::string(Statement::most_bytes, '\n')) == "empty\n");
  std::string records = "!Type:Bank\n";
  for (std::size_t i = 0; i <= Statement::most_lines; ++i) records += "T1\n^\n";
  CHECK(read(records) == "too_many_lines\n");
}

TEST_CASE("a quote that never ends costs its own line only, at the start, in the middle and at the end") {
  const std::string good = "20/11/2026,TAXI,-10.00\n";
  for (std::size_t before = 0; before < 12; ++before) {
    std::string text = header;
    for (std::size_t i = 0; i < 12; ++i) text += i == before ? "20/11/2026,\"TAXI,-10.00\n" : good;
    const auto statement = std::get<Statement>(read_statement(text));
    CHECK(statement.rows().size() == 11);
    REQUIRE(statement.lines.size() == 13);
    CHECK(statement.lines[before + 1].reason == LineReason::UnfinishedQuote);
  }
}

TEST_CASE("a cell, a record or a row of cells without end is refused, and the next line is read") {
  const std::string good = "20/11/2026,TAXI,-10.00\n";
  const auto reason_of = [&](const std::string& line) {
    const auto statement = std::get<Statement>(read_statement(header + line + good));
    CHECK(statement.rows().size() == 1);
    return statement.lines[1].reason;
  };
  CHECK(reason_of("21/11/2026," + std::string(5000, 'x') + ",-8.50\n") == LineReason::CellTooLong);
  CHECK(reason_of("21/11/2026,\"" + std::string(5000, 'x') + "\",-8.50\n") == LineReason::CellTooLong);
  CHECK(reason_of("21/11/2026,SWIM,-8.50" + std::string(100, ',') + "\n") == LineReason::TooManyCells);
}

TEST_CASE("a balance that cannot be read refuses its line, though the rest could be") {
  CHECK(read("Date,Description,Amount,Balance\n21/11/2026,SWIM,-8.50,unknown\n") ==
        "csv day_first shown point not_given\n1|header\n2|bad_balance|2026-11-21|-850|SWIM||||\n");
}

TEST_CASE("balances that do not follow say from which line on") {
  CHECK(read("Date,Description,Amount,Balance\n20/11/2026,A,-1.00,9.00\n21/11/2026,B,-1.00,8.00\n22/11/"
             "2026,C,-1.00,6.00\n")
            .starts_with("csv day_first shown point broken 4\n"));
}

TEST_CASE("V1.5.1: entities that grow, other documents and tags without end are refused at once") {
  CHECK(read("<?xml version=\"1.0\"?><!DOCTYPE OFX [<!ENTITY a \"&b;&b;\">]><OFX><NAME>&a;</NAME></OFX>") ==
        "doctype\n");
  CHECK(read("<Document><BkToCstmrStmt><!DOCTYPE x></BkToCstmrStmt></Document>") == "doctype\n");
  std::string deep = "<Document><BkToCstmrStmt>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(read(deep) == "too_deep\n");
  CHECK(read("<OFX><STMTTRN><NAME>" + std::string(1'000'000, '<')).find("cut_off") != std::string::npos);
  CHECK(read("<OFX><STMTTRN><NAME>" + std::string(1'000'000, '&') + "</STMTTRN>").find("no_amount") ==
        std::string::npos);
}

TEST_CASE("only XML's own entities are replaced, and only by letters") {
  MarkupReader reader("<a>&amp;&lt;&gt;&quot;&apos;&#163;&#x1F3CA; &unknown; &#0; &#xD800; &#x110000; & &;&#;</a>");
  MarkupToken token;
  REQUIRE(reader.next(token));
  REQUIRE(reader.next(token));
  CHECK(token.text == "&<>\"'£🏊 &unknown; &#0; &#xD800; &#x110000; & &;&#;");
}

TEST_CASE("every line of a file is in the report, whatever bytes it is made of") {
  const std::vector<std::string> pieces = {"\n",       "\"",   ",", "21/11/2026", "-8.50", "SWIM",
                                           "\"a\nb\"", "\"\"", " ", "\t",         ";"};
  std::uint32_t dice = 7;
  for (int round = 0; round < 2000; ++round) {
    std::string text = header;
    for (int i = 0; i < 60; ++i) {
      dice = dice * 1664525 + 1013904223;
      text += pieces[(dice >> 16) % pieces.size()];
    }
    const auto result = read_statement(text);
    REQUIRE(std::holds_alternative<Statement>(result));
    std::uint32_t next_line = 1;
    for (const StatementLine& line : std::get<Statement>(result).lines) {
      CHECK(line.line == next_line);
      next_line += 1 + static_cast<std::uint32_t>(std::count(line.source.begin(), line.source.end(), '\n'));
      CHECK(line.row.has_value() >= (line.verdict() == LineVerdict::Row));
    }
  }
}
