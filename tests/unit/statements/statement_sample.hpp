// Payments for the tests of matching.
#pragma once

#include "plugins/direct_payments/model/statement/match_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace alongside::testing {

inline direct_payments::StatementRow payment(std::string_view day, std::int64_t pence, std::string text) {
  direct_payments::StatementRow row;
  row.day = Date::parse(day).value();
  row.amount = Money::of_known(pence);
  row.text = std::move(text);
  return row;
}

inline DocumentId transaction_number(std::uint32_t number) {
  IdBytes bytes{};
  for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
  bytes[15] = 1;
  return DocumentId(bytes);
}

// The ledger with these in it, numbered from 1.
inline std::vector<direct_payments::KnownPayment> ledger_of(const std::vector<direct_payments::StatementRow>& rows) {
  std::vector<direct_payments::KnownPayment> known;
  for (const auto& row : rows)
    known.push_back({transaction_number(static_cast<std::uint32_t>(known.size() + 1)), row, {}});
  return known;
}

// What the ledger has once every row that is new has been added.
inline std::vector<direct_payments::KnownPayment> with_new(std::vector<direct_payments::KnownPayment> known,
                                                           const std::vector<direct_payments::StatementRow>& rows) {
  const auto matches = direct_payments::match_rows(rows, known);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (matches[i].verdict() == direct_payments::MatchVerdict::New)
      known.push_back({transaction_number(static_cast<std::uint32_t>(known.size() + 1)), rows[i], {}});
  }
  return known;
}

}  // namespace alongside::testing
