#include "tests/bench/ledger/sample.hpp"

#include <array>
#include <cstdint>

namespace alongside::bench {

using namespace direct_payments;

namespace {

constexpr std::int32_t days = 28 * periods;
constexpr std::array names = {"ALDERMERE SWIM CLUB", "NM TAXIS",          "J OKAFOR WAGES",
                              "POOL CAFE",           "NORTHMERE LEISURE", "TOY LIBRARY"};

std::string pounds(std::int64_t pence) {
  std::string text = Money::of_known(pence).text();
  std::erase_if(text, [](char c) { return c == ',' || static_cast<unsigned char>(c) >= 0x80; });
  return text;
}

std::string with_slashes(Date day) {
  const std::string iso = day.iso();
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

}  // namespace

Date sample_first_day() { return Date::parse("2025-01-06").value(); }

// Many alike, as a real account has them, and no two with the same balance and day.
std::vector<StatementRow> sample_rows(int count) {
  std::vector<StatementRow> rows;
  std::uint32_t dice = 20251128;
  std::int64_t balance = 100'000;
  for (int i = 0; i < count; ++i) {
    dice = dice * 1664525 + 1013904223;
    StatementRow row;
    row.day = Date(sample_first_day().days() + static_cast<std::int32_t>(std::int64_t{i} * days / count));
    row.amount = Money::of_known(i % 20 == 0 ? 68000 : -static_cast<std::int64_t>((dice >> 16) % 60 + 1) * 50);
    row.text = names[(dice >> 24) % names.size()];
    balance += row.amount.pence();
    row.balance = Money::of_known(balance);
    rows.push_back(row);
  }
  return rows;
}

std::string as_csv(const std::vector<StatementRow>& rows) {
  std::string out =
      "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit "
      "Amount,Balance\n";
  for (const StatementRow& row : rows) {
    const std::int64_t pence = row.amount.pence();
    out += with_slashes(row.day) + ",DEB,'30-00-00,40112233," + row.text + ",";
    out += pence < 0 ? pounds(-pence) + ",," : "," + pounds(pence) + ",";
    out += pounds(row.balance->pence()) + "\n";
  }
  return out;
}

std::string as_journal(const std::vector<StatementRow>& rows) {
  std::string out;
  for (const StatementRow& row : rows) {
    const bool is_out = row.amount < Money();
    out += row.day.iso() + " " + row.text + "\n    assets:bank  " + pounds(row.amount.pence()) + "\n    " +
           (is_out ? "expenses:activities  " : "income:council  ") + pounds(-row.amount.pence()) + "\n\n";
  }
  return out;
}

std::string as_json(const std::vector<StatementRow>& rows) {
  std::string out;
  for (const StatementRow& row : rows) {
    out += R"({"date":")" + row.day.iso() + R"(","amount":)" + std::to_string(row.amount.pence()) +
           R"(,"payee_name":")" + row.text + "\"}\n";
  }
  return out;
}

std::vector<ExpectedPayment> sample_expected() {
  const Date first = sample_first_day();
  return {{first, 28, {}, Money::of_known(68000), "council"},
          {Date(first.days() + 4), 7, {}, Money::of_known(-12350), "wages"},
          {Date(first.days() + 2), 14, {}, Money::of_known(-1795), "swimming"}};
}

std::string expected_journal() {
  std::string out;
  for (const ExpectedPayment& payment : sample_expected()) {
    out += "~ every " + std::to_string(payment.every_days) + " days from " + payment.first.iso() +
           "\n    assets:bank  " + pounds(payment.amount.pence()) + "\n    other:" + payment.name + "\n\n";
  }
  return out;
}

}  // namespace alongside::bench
