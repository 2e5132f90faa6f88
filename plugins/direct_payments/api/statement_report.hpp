// StatementReport: a bank's file line by line, each as it was read and with what would become of it. Behind
// `council-api ledger import`, so that any bank's file can be tried without a server or a family.
#pragma once

#include "app/base/result.hpp"
#include "plugins/direct_payments/model/statement/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::direct_payments {

struct StatementReportLine {
  std::uint32_t line = 0;
  std::string verdict;  // new, have, not_sure, skipped or refused
  std::string reason;
  std::string why;                           // the reason in words
  std::optional<std::uint32_t> may_be_line;  // of the file that is there already
  std::optional<StatementRow> row;           // amounts in pence
  std::string source;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(line), CEREAL_NVP(verdict), CEREAL_NVP(reason), CEREAL_NVP(why), CEREAL_NVP(may_be_line),
            CEREAL_NVP(row), CEREAL_NVP(source));
  }
};

struct StatementReport {
  StatementFormat format = StatementFormat::Csv;
  DayOrder day_order = DayOrder::DayFirst;
  bool day_order_is_shown = false;
  DecimalMark decimal_mark = DecimalMark::Point;
  BalanceCheck balances = BalanceCheck::NotGiven;
  std::uint32_t balance_break_line = 0;
  std::uint32_t new_rows = 0;
  std::uint32_t have_rows = 0;
  std::uint32_t not_sure_rows = 0;
  std::uint32_t skipped_lines = 0;
  std::uint32_t refused_lines = 0;
  std::int64_t new_pence = 0;
  std::vector<StatementReportLine> lines;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(format), CEREAL_NVP(day_order), CEREAL_NVP(day_order_is_shown), CEREAL_NVP(decimal_mark),
            CEREAL_NVP(balances), CEREAL_NVP(balance_break_line), CEREAL_NVP(new_rows), CEREAL_NVP(have_rows),
            CEREAL_NVP(not_sure_rows), CEREAL_NVP(skipped_lines), CEREAL_NVP(refused_lines), CEREAL_NVP(new_pence),
            CEREAL_NVP(lines));
  }
};

// `known`: the file that is in the ledger already; its payments are matched against.
StatementReport report_on(const Statement& statement, const Statement& known);

std::string as_json(const StatementReport& report);
std::string as_text(const StatementReport& report);

// The file at `path`, or why it is none, in words. Not more of it is read than a statement may have.
Result<Statement> read_statement_file(const std::string& path);

}  // namespace alongside::direct_payments
