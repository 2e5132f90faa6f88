#include "plugins/direct_payments/model/statement/notation.hpp"
#include "plugins/direct_payments/model/statement/statement_amount.hpp"
#include "plugins/direct_payments/model/statement/statement_day.hpp"
#include "plugins/direct_payments/model/statement/statement_row.hpp"
#include "plugins/direct_payments/model/statement/statement_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;
using namespace alongside::direct_payments;

namespace {

std::string amount(std::string_view cell, DecimalMark mark = DecimalMark::Point) {
  const auto read = read_statement_amount(cell, mark);
  if (const auto* reason = std::get_if<LineReason>(&read)) return std::string(name_of(*reason));
  return std::to_string(std::get<Money>(read).pence());
}

std::string written_day(std::string_view cell, DayOrder order = DayOrder::DayFirst) {
  const auto read = read_statement_day(cell, order);
  if (const auto* reason = std::get_if<LineReason>(&read)) return std::string(name_of(*reason));
  return std::get<Date>(read).iso();
}

}  // namespace

TEST_CASE("an amount is read with its sign, however the bank writes it") {
  for (const char* cell :
       {"-10.99", "−10.99", "–10.99", "-£10.99", "£-10.99", "- £ 10.99", "(10.99)", "(£10.99)", "£(10.99)", "10.99-",
        "10.99 DR", "£10.99 dr", "-10.990000", " -10.99 ", "-GBP 10.99", "-10.99 GBP"}) {
    CAPTURE(cell);
    CHECK(amount(cell) == "-1099");
  }
  for (const char* cell : {"10.99", "+10.99", "£10.99", "10.99 CR", "\u00A010.99\u00A0", "10.9900", "0010.99"}) {
    CAPTURE(cell);
    CHECK(amount(cell) == "1099");
  }
  CHECK(amount("£1,183.23") == "118323");
  CHECK(amount("1,234,567.89") == "123456789");
  CHECK(amount("1,234") == "123400");
  CHECK(amount("0.5") == "50");
  CHECK(amount(".50") == "50");
  CHECK(amount("(0.00)") == "0");
  CHECK(amount("-0.00") == "0");
  // What goes wrong when pence pass through a fraction.
  CHECK(amount("0.29") == "29");
  CHECK(amount("1.15") == "115");
  CHECK(amount("4.35") == "435");
  CHECK(amount("-70000.01") == "-7000001");
}

TEST_CASE("an amount that could be meant in two ways is refused with its reason") {
  for (const char* cell : {"12,50", "1.234,56", "1,5", "-8,50", "£1234,50", "12,345,6"}) {
    CAPTURE(cell);
    CHECK(amount(cell) == "decimal_comma");
  }
  for (const char* cell : {"1.005", "1.000", "0.285", "10.991", "10.9901"}) {
    CAPTURE(cell);
    CHECK(amount(cell) == "too_many_pence");
  }
  for (const char* cell : {"",     "x",   "--8.50",   "-(8.50)",  "-8.50 DR", "8.50-CR", "(8.50",  "8.50)",
                           "8.",   ".",   "1,23,456", ",123",     "8.5.0",    "1e5",     "0x10",   "NaN",
                           "8 50", "££8", "£8£",      "8.50 EUR", "$8.50",    "٣",       "8\n.50", "8.5O"}) {
    CAPTURE(cell);
    CHECK(amount(cell) == "not_an_amount");
  }
  CHECK(amount("10000000000.00") == "1000000000000");
  CHECK(amount("10000000000.01") == "amount_too_large");
  CHECK(amount("99999999999999999999999999.00") == "amount_too_large");
}

TEST_CASE("in a file of decimal commas, points stand between thousands") {
  CHECK(amount("12,50", DecimalMark::Comma) == "1250");
  CHECK(amount("-1.234,56", DecimalMark::Comma) == "-123456");
  CHECK(amount("1.234", DecimalMark::Comma) == "123400");
  CHECK(amount("12.50", DecimalMark::Comma) == "not_an_amount");
  CHECK(amount("1,234", DecimalMark::Comma) == "too_many_pence");
}

TEST_CASE("a dash or a pound sign alone is no amount, and is not read as one") {
  for (const char* cell : {"", " ", "-", "–", "£", " - ", "\u00A0", "-£"}) {
    CAPTURE(cell);
    CHECK(is_blank_amount(cell));
  }
  for (const char* cell : {"0", "-0.00", "x"}) CHECK_FALSE(is_blank_amount(cell));
}

TEST_CASE("a day is read as banks write it, and a time after it is let go") {
  for (const char* cell : {"03/08/2026",
                           "3/8/26",
                           "3.8.2026",
                           "03-08-2026",
                           "3 Aug 2026",
                           "03-Aug-26",
                           "3 August 2026",
                           "03Aug2026",
                           "Mon 3 Aug 2026",
                           "Monday, 3 August 2026",
                           "Aug 3, 2026",
                           "AUG. 3 2026",
                           "2026-08-03",
                           "2026/08/03",
                           "20260803",
                           "20260803120000",
                           "20260803120000.000[0:GMT]",
                           "202608031200",
                           "2026-08-03T10:15:00Z",
                           "2026-08-03 10:15:00",
                           "03/08/2026 10:15",
                           "03/08/2026, 10:15:00 pm",
                           "3/ 8'26",
                           " 03/08/2026 ",
                           "2026-08-03T10:15:00.000+01:00"}) {
    CAPTURE(cell);
    CHECK(written_day(cell) == "2026-08-03");
  }
  CHECK(written_day("08/03/2026", DayOrder::MonthFirst) == "2026-08-03");
  CHECK(written_day("2026-08-03", DayOrder::MonthFirst) == "2026-08-03");
  CHECK(written_day("29/02/2028") == "2028-02-29");
  CHECK(written_day("01 Sept 2026") == "2026-09-01");
  CHECK(written_day("01/01/99") == "1999-01-01");
}

TEST_CASE("what is no day for certain is refused with its reason") {
  for (const char* cell :
       {"03/08/20205", "20205-08-03", "03/08", "yesterday", "3 Foo 2026", "03/08/2026x", "45870", "03/08/026",
        "Pending", "//", "003/08/2026", "03/08/2026 and more", "202608031", "20260803junk", "3 Aug", "-3/8/2026"}) {
    CAPTURE(cell);
    CHECK(written_day(cell) == "not_a_day");
  }
  CHECK(written_day("") == "no_day");
  CHECK(written_day("  ") == "no_day");
  for (const char* cell : {"31/11/2026", "29/02/2026", "12/25/2026", "2026-13-01", "20261301", "00/01/2026"}) {
    CAPTURE(cell);
    CHECK(written_day(cell) == "no_such_day");
  }
  for (const char* cell : {"03/08/1026", "03/08/2226", "00000803", "1979-12-31"}) {
    CAPTURE(cell);
    CHECK(written_day(cell) == "day_far_away");
  }
}

TEST_CASE("a file's own days show whether it writes the day or the month first") {
  NotationEvidence unclear;
  for (const char* cell : {"03/08/2026", "12/12/2026", "2026-08-25", "25 Aug 2026", "junk", "99/99/2026"})
    unclear.look_at_day(cell);
  CHECK(unclear.day_order() == DayOrder::DayFirst);
  CHECK_FALSE(unclear.day_order_is_shown());

  NotationEvidence month_first;
  for (const char* cell : {"03/08/2026", "12/25/2026"}) month_first.look_at_day(cell);
  CHECK(month_first.day_order() == DayOrder::MonthFirst);
  CHECK(month_first.day_order_is_shown());

  // One of each: the custom here, and the one that does not fit is refused as no such day.
  NotationEvidence both = month_first;
  both.look_at_day("25/12/2026");
  CHECK(both.day_order() == DayOrder::DayFirst);
  CHECK_FALSE(both.day_order_is_shown());
}

TEST_CASE("commas are taken for decimal ones only when no amount of the file has a point") {
  NotationEvidence commas;
  for (const char* cell : {"12,50", "1.234,56", "1.234", "7"}) commas.look_at_amount(cell);
  CHECK(commas.decimal_mark() == DecimalMark::Comma);
  commas.look_at_amount("8.50");
  CHECK(commas.decimal_mark() == DecimalMark::Point);
  NotationEvidence thousands;
  thousands.look_at_amount("1,234");
  CHECK(thousands.decimal_mark() == DecimalMark::Point);
}

TEST_CASE("a text is one line without spaces to spare, and cut between two letters") {
  CHECK(tidy_text("  A   B\tC\r\nD ") == "A B C D");
  CHECK(tidy_text("'Description, this is") == "Description, this is");
  CHECK(tidy_text("'") == "");
  CHECK(tidy_text(" \n ") == "");
  CHECK(tidy_text("bad \xFF byte") == "bad \uFFFD byte");
  std::string long_text;
  for (int i = 0; i < 300; ++i) long_text += "é";
  CHECK(tidy_text(long_text).size() == 2 * StatementRow::most_letters);
  CHECK(account_ending("'30-00-00 4011-2233") == "2233");
  CHECK(account_ending("12") == "12");
  CHECK(account_ending("££££") == "");
}
