// RawRow: the cells of one line, before anybody knows what they mean. Every format's reader makes these,
// and settle_rows() reads the days and amounts of all of them together.
#pragma once

#include "plugins/direct_payments/model/statement/line_reason.hpp"

#include <cstdint>
#include <string>

namespace alongside::direct_payments {

struct RawRow {
  std::uint32_t line = 0;
  LineReason reason = LineReason::None;  // set when the reader itself knows that it is no payment
  std::string source;
  std::string day;
  std::string amount;  // signed; empty when the file has a column for each direction
  std::string paid_out;
  std::string paid_in;
  std::string direction;  // "CRDT", "Debit": which way an amount without a sign goes
  std::string fee;
  std::string balance;
  std::string currency;
  std::string status;
  std::string text;
  std::string reference;
  std::string bank_id;
  std::string account;
};

}  // namespace alongside::direct_payments
