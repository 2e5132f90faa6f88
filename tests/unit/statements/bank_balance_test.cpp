// What the bank says beside what the ledger says, to £0.00, and what could explain the rest.
#include "plugins/direct_payments/model/statement/bank_balance.hpp"
#include "plugins/direct_payments/model/statement/read_statement.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

using namespace alongside;
using namespace alongside::direct_payments;
using namespace alongside::testing;

namespace {

Statement read_from(std::string_view file) { return std::get<Statement>(read_statement(file)); }

FilePreview preview_of(std::string_view file, const Book& book) {
  return preview_file(read_from(file), {}, book, book.agreements.front(), {}, {}, day_of("2026-11-29"));
}

constexpr std::string_view newest_first_file =
    "Date,Description,Amount,Balance\n"
    "14/11/2026,SWIM CLUB,-8.00,291.50\n"
    "12/11/2026,NM TAXIS,-12.50,299.50\n";

}  // namespace

TEST_CASE("opening and closing are found whichever way round the file runs") {
  const Book book = sample_book();
  const auto balance = bank_balance(preview_of(newest_first_file, book).rows, {});
  REQUIRE(balance);
  CHECK(balance->opening == pence_of(31200));
  CHECK(balance->closing == pence_of(29150));
  CHECK(balance->first == day_of("2026-11-12"));
  CHECK(balance->last == day_of("2026-11-14"));
  const auto one_day = bank_balance(preview_of("Date,Description,Amount,Balance\n"
                                               "14/11/2026,B,-8.00,291.50\n14/11/2026,A,-12.50,299.50\n",
                                               book)
                                        .rows,
                                    {});
  CHECK(one_day->closing == pence_of(29150));
  CHECK_FALSE(bank_balance({}, {}));
}

TEST_CASE("with the new payments the two agree to the penny") {
  const Book book = sample_book();
  const FilePreview preview = preview_of(newest_first_file, book);
  const auto checkup =
      check_against(*bank_balance(preview.rows, {}), pence_of(29150), preview, known_payments(book, agreement_id));
  CHECK(checkup.difference() == 0);
  CHECK(checkup.before == 0);
  CHECK(checkup.ledger == 29150);
}

TEST_CASE("a payment that the bank does not have is named, and what differed before is told apart") {
  Book book = sample_book();
  book.entries.push_back({id_number<DocumentId>(2), spend_of(300, "2026-11-13", "Snack"), {}, {}});
  const FilePreview preview = preview_of(newest_first_file, book);
  const auto known = known_payments(book, agreement_id);
  const auto checkup = check_against(*bank_balance(preview.rows, {}), pence_of(29150), preview, known);
  CHECK(checkup.difference() == 300);
  REQUIRE(checkup.days.hints.size() == 1);
  CHECK(checkup.days.hints[0].kind == DifferenceKind::NotAtBank);
  CHECK(checkup.days.hints[0].transaction == id_number<DocumentId>(2));
  book.entries.push_back({id_number<DocumentId>(3), spend_of(500, "2026-11-05", "Before"), {}, {}});
  const auto earlier =
      check_against(*bank_balance(preview.rows, {}), pence_of(29150), preview, known_payments(book, agreement_id));
  CHECK(earlier.before == 500);
  CHECK(earlier.difference() == 800);
}

TEST_CASE("a payment that is not added is named as the bank's") {
  Book book = sample_book();
  const FilePreview whole = preview_of(newest_first_file, book);
  FilePreview left_out = whole;
  left_out.rows[0].standing = RowStanding::NotOurs;
  const auto checkup =
      check_against(*bank_balance(left_out.rows, {}), pence_of(29150), left_out, known_payments(book, agreement_id));
  CHECK(checkup.difference() == -800);
  REQUIRE(checkup.days.hints.size() == 1);
  CHECK(checkup.days.hints[0].kind == DifferenceKind::NotInLedger);
  CHECK(checkup.days.hints[0].row == 0);
}

namespace {

std::string ofx_of(const std::string& balances) {
  return "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP<BANKACCTFROM><ACCTID>31926819"
         "</BANKACCTFROM><BANKTRANLIST>"
         "<STMTTRN><DTPOSTED>20261112<TRNAMT>-12.50<FITID>1<NAME>NM TAXIS</STMTTRN>"
         "<STMTTRN><DTPOSTED>20261114<TRNAMT>-8.00<FITID>2<NAME>SWIM CLUB</STMTTRN></BANKTRANLIST>" +
         balances + "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>";
}

std::string camt_of(const std::string& balances) {
  const auto entry = [](const char* amount, const char* day) {
    return std::string("<Ntry><Amt Ccy=\"GBP\">") + amount +
           "</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>" + day + "</Dt></BookgDt></Ntry>";
  };
  return "<?xml "
         "version=\"1.0\"?><Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>GB00NORT60112231926819</IBAN></Id></Acct>" +
         balances + entry("12.50", "2026-11-12") + entry("8.00", "2026-11-14") + "</Stmt></BkToCstmrStmt></Document>";
}

std::string camt_balance(const char* kind, const char* amount, const char* way, const char* day) {
  return std::string("<Bal><Tp><CdOrPrtry><Cd>") + kind + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"GBP\">" + amount +
         "</Amt><CdtDbtInd>" + way + "</CdtDbtInd><Dt><Dt>" + day + "</Dt></Dt></Bal>";
}

std::optional<BankBalance> balance_in(const std::string& file) {
  const Book book = sample_book();
  return bank_balance(preview_of(file, book).rows, read_from(file));
}

}  // namespace

TEST_CASE("the ledger balance of an OFX file is compared to the penny, on its day, and the available one is not") {
  const std::string file = ofx_of(
      "<LEDGERBAL><BALAMT>291.50<DTASOF>20261116120000[0:GMT]</LEDGERBAL><AVAILBAL><BALAMT>791.50<DTASOF>20261116"
      "</AVAILBAL>");
  const auto balance = balance_in(file);
  REQUIRE(balance);
  CHECK(balance->closing == pence_of(29150));
  CHECK(balance->last == day_of("2026-11-16"));
  Book book = sample_book();
  const FilePreview preview = preview_of(file, book);
  CHECK(preview.rows.size() == 2);
  CHECK(check_against(*balance, *balance->closing, preview, known_payments(book, agreement_id)).difference() == 0);
  // Paid after the file's last payment and before the bank's balance: it belongs to it.
  book.entries.push_back({id_number<DocumentId>(2), spend_of(300, "2026-11-15", "Snack"), {}, {}});
  CHECK(check_against(*balance, *balance->closing, preview, known_payments(book, agreement_id)).difference() == 300);
}

TEST_CASE("an overdrawn closing balance is below zero, and one of an earlier day than the last payment is none") {
  CHECK(balance_in(ofx_of("<LEDGERBAL><BALAMT>-3.20<DTASOF>20261114</LEDGERBAL>"))->closing == pence_of(-320));
  CHECK_FALSE(balance_in(ofx_of("<LEDGERBAL><BALAMT>291.50<DTASOF>20261113</LEDGERBAL>"))->closing);
  CHECK_FALSE(balance_in(ofx_of("<LEDGERBAL><BALAMT>nothing<DTASOF>20261116</LEDGERBAL>"))->closing);
  CHECK_FALSE(balance_in(ofx_of(""))->closing);
}

TEST_CASE("the booked closing balance of a CAMT file is taken, whichever others stand beside it") {
  const std::string others = camt_balance("OPBD", "312.00", "CRDT", "2026-11-01") +
                             camt_balance("CLAV", "900.00", "CRDT", "2026-11-30") +
                             camt_balance("CLBD", "291.50", "CRDT", "2026-11-30");
  const auto balance = balance_in(camt_of(others));
  REQUIRE(balance);
  CHECK(balance->closing == pence_of(29150));
  CHECK(balance->last == day_of("2026-11-30"));
  CHECK(balance_in(camt_of(camt_balance("CLBD", "3.20", "DBIT", "2026-11-30")))->closing == pence_of(-320));
  CHECK_FALSE(balance_in(camt_of(camt_balance("OPBD", "312.00", "CRDT", "2026-11-30")))->closing);
  const Statement statement = read_from(camt_of(others));
  CHECK(statement.rows().size() == 2);
  CHECK(statement.balances == BalanceCheck::NotGiven);
}

TEST_CASE("of two days' statements in one file the later closing balance counts, and of two accounts its own") {
  const std::string two =
      camt_balance("CLBD", "299.50", "CRDT", "2026-11-14") + camt_balance("CLBD", "291.50", "CRDT", "2026-11-15");
  CHECK(balance_in(camt_of(two))->closing == pence_of(29150));
  const std::string other =
      ofx_of("") +
      "<STMTRS><BANKACCTFROM><ACCTID>99990000</BANKACCTFROM><LEDGERBAL><BALAMT>1.00<DTASOF>20261116</LEDGERBAL>";
  CHECK_FALSE(balance_in(other)->closing);
}
