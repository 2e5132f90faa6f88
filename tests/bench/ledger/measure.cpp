// Times our half of `bench ledger` and prints one line of JSON; writes the rows for the peers into FOLDER.
// What is timed is what a family waits for: the file is read, matched with what is there and on the disk,
// in one transaction that a power cut cannot halve. Usage: bench_ledger FOLDER ROWS
#include "app/server/database.hpp"
#include "app/server/migration.hpp"
#include "plugins/direct_payments/api/ledger_tables.hpp"
#include "plugins/direct_payments/model/money_left.hpp"
#include "plugins/direct_payments/model/statement/match_rows.hpp"
#include "plugins/direct_payments/model/statement/read_statement.hpp"
#include "tests/bench/ledger/sample.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

using namespace alongside;
using namespace alongside::direct_payments;

constexpr int rounds = 7;

void must(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "bench_ledger: %s\n", what);
  std::exit(1);
}

template <class Work>
double milliseconds(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

DocumentId numbered(std::size_t number) {
  IdBytes bytes{};
  for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
  bytes[15] = 1;
  return DocumentId(bytes);
}

const HouseholdId household(numbered(7).bytes());

class BenchAccount {
 public:
  explicit BenchAccount(const std::string& folder) : path_(folder + "/bench.sqlite") { clear(); }
  ~BenchAccount() { remove(); }

  void clear() {
    database_.close();
    remove();
    known_.clear();
    must(database_.open(path_).ok(), "the database does not open");
    must(server::apply_migrations(database_, "direct_payments", money_migrations()).ok(), "no tables");
  }

  // How many were new.
  std::size_t import(std::string_view file) {
    const auto read = read_statement(file);
    const auto* statement = std::get_if<Statement>(&read);
    must(statement != nullptr, "the file was not read");
    const auto rows = statement->rows();
    const auto matches = match_rows(rows, known_);
    auto transaction = server::Transaction::create(database_);
    must(transaction.ok(), "no transaction");
    std::size_t added = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (matches[i].verdict() == MatchVerdict::New) added += keep(rows[i]);
    }
    must(transaction->commit().ok(), "not committed");
    return added;
  }

  // Every period's sums, from what is on the disk.
  std::int64_t left_at_the_end() {
    const std::vector<Transaction> ledger = stored();
    Agreement agreement;
    agreement.first_day = agreement.starts = bench::sample_first_day();
    std::int64_t left = 0;
    for (int i = 0; i < bench::periods; ++i) {
      const Date day(agreement.first_day.days() + 28 * i);
      left = money_left(numbered(1), agreement, ledger, {}, period_of(agreement, day)).left();
    }
    return left;
  }

 private:
  std::size_t keep(const StatementRow& row) {
    Transaction transaction;
    transaction.agreement = numbered(1);
    transaction.day = row.day;
    const Account other = row.amount < Money() ? Account::Activities : Account::CouncilPayment;
    transaction.postings = {{Account::Bank, row.amount}, {other, Money().minus(row.amount).value()}};
    const DocumentId id = numbered(known_.size() + 100);
    must(Ledger(database_).append(household, id, transaction).ok(), "a row was not kept");
    known_.push_back({id, row, PaymentOrigin::Statement});
    return 1;
  }

  std::vector<Transaction> stored() {
    std::vector<Transaction> ledger;
    auto select =
        database_.prepare("SELECT line, day, account, pence FROM direct_payments_line ORDER BY payment, line");
    must(select.ok(), "no lines");
    for (;;) {
      const auto step = select->step();
      must(step.ok(), "no next line");
      if (step.value() == server::Step::Done) return ledger;
      if (select->column_integer(0) == 0) {
        ledger.emplace_back().agreement = numbered(1);
        ledger.back().day = Date(static_cast<std::int32_t>(select->column_integer(1)));
      }
      ledger.back().postings.push_back(
          {static_cast<Account>(select->column_integer(2)), Money::of_known(select->column_integer(3))});
    }
  }

  void remove() {
    for (const char* end : {"", "-wal", "-shm"}) std::remove((path_ + end).c_str());
  }

  std::string path_;
  server::Database database_;
  std::vector<KnownPayment> known_;
};

void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

}  // namespace

int main(int count, char** arguments) {
  must(count == 3, "usage: bench_ledger FOLDER ROWS");
  const std::string folder = arguments[1];
  const auto rows = bench::sample_rows(std::atoi(arguments[2]));
  const std::string file = bench::as_csv(rows);
  write(folder + "/rows.csv", file);
  write(folder + "/rows.journal", bench::as_journal(rows));
  write(folder + "/rows.json", bench::as_json(rows));
  write(folder + "/expected.journal", bench::expected_journal());

  BenchAccount account(folder);
  std::vector<double> import, again, balances, ahead;
  std::int64_t left = 0;
  std::int64_t lowest = 0;
  for (int round = 0; round < rounds; ++round) {
    account.clear();
    std::size_t added = 0;
    import.push_back(milliseconds([&] { added = account.import(file); }));
    must(added == rows.size(), "not every row was added");
    again.push_back(milliseconds([&] { added = account.import(file); }));
    must(added == 0, "a row was added twice");
    balances.push_back(milliseconds([&] { left = account.left_at_the_end(); }));
    const Date first = bench::sample_first_day();
    const auto expected = bench::sample_expected();
    ahead.push_back(
        milliseconds([&] { lowest = forecast(100'000, first, Date(first.days() + 363), expected).lowest(); }));
  }
  std::printf(
      "{\"import_ms\":%f,\"again_ms\":%f,\"balances_ms\":%f,\"forecast_ms\":%f,\"left\":%lld,\"lowest\":%lld}\n",
      median(import), median(again), median(balances), median(ahead), static_cast<long long>(left),
      static_cast<long long>(lowest));
  return 0;
}
