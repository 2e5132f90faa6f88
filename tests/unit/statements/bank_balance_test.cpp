// What the bank says beside what the ledger says, to £0.00, and what could explain the rest.
#include "plugins/direct_payments/model/statement/bank_balance.hpp"
#include "plugins/direct_payments/model/statement/read_statement.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

FilePreview preview_of(std::string_view csv, const Book& book) {
  const Statement statement = std::get<Statement>(read_statement(csv));
  return preview_file(statement, {}, book, book.agreements.front(), {}, {}, day_of("2026-11-29"));
}

constexpr std::string_view newest_first_file =
    "Date,Description,Amount,Balance\n"
    "14/11/2026,SWIM CLUB,-8.00,291.50\n"
    "12/11/2026,NM TAXIS,-12.50,299.50\n";

}  // namespace

TEST_CASE("opening and closing are found whichever way round the file runs") {
  const Book book = sample_book();
  const auto balance = bank_balance(preview_of(newest_first_file, book).rows);
  REQUIRE(balance);
  CHECK(balance->opening == pence_of(31200));
  CHECK(balance->closing == pence_of(29150));
  CHECK(balance->first == day_of("2026-11-12"));
  CHECK(balance->last == day_of("2026-11-14"));
  const auto one_day = bank_balance(preview_of("Date,Description,Amount,Balance\n"
                                               "14/11/2026,B,-8.00,291.50\n14/11/2026,A,-12.50,299.50\n",
                                               book)
                                        .rows);
  CHECK(one_day->closing == pence_of(29150));
  CHECK_FALSE(bank_balance({}));
}

TEST_CASE("with the new payments the two agree to the penny") {
  const Book book = sample_book();
  const FilePreview preview = preview_of(newest_first_file, book);
  const auto checkup =
      check_against(*bank_balance(preview.rows), pence_of(29150), preview, known_payments(book, agreement_id));
  CHECK(checkup.difference() == 0);
  CHECK(checkup.before == 0);
  CHECK(checkup.ledger == 29150);
}

TEST_CASE("a payment that the bank does not have is named, and what differed before is told apart") {
  Book book = sample_book();
  book.entries.push_back({id_number<DocumentId>(2), spend_of(300, "2026-11-13", "Snack"), {}, {}});
  const FilePreview preview = preview_of(newest_first_file, book);
  const auto known = known_payments(book, agreement_id);
  const auto checkup = check_against(*bank_balance(preview.rows), pence_of(29150), preview, known);
  CHECK(checkup.difference() == 300);
  REQUIRE(checkup.days.hints.size() == 1);
  CHECK(checkup.days.hints[0].kind == DifferenceKind::NotAtBank);
  CHECK(checkup.days.hints[0].transaction == id_number<DocumentId>(2));
  book.entries.push_back({id_number<DocumentId>(3), spend_of(500, "2026-11-05", "Before"), {}, {}});
  const auto earlier =
      check_against(*bank_balance(preview.rows), pence_of(29150), preview, known_payments(book, agreement_id));
  CHECK(earlier.before == 500);
  CHECK(earlier.difference() == 800);
}

TEST_CASE("a payment that is not added is named as the bank's") {
  Book book = sample_book();
  const FilePreview whole = preview_of(newest_first_file, book);
  FilePreview left_out = whole;
  left_out.rows[0].standing = RowStanding::NotOurs;
  const auto checkup =
      check_against(*bank_balance(left_out.rows), pence_of(29150), left_out, known_payments(book, agreement_id));
  CHECK(checkup.difference() == -800);
  REQUIRE(checkup.days.hints.size() == 1);
  CHECK(checkup.days.hints[0].kind == DifferenceKind::NotInLedger);
  CHECK(checkup.days.hints[0].row == 0);
}
