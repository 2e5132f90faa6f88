// KnownPayment: a payment that is in the ledger already, as match_rows() compares it with a bank's file.
#pragma once

#include "app/base/ids.hpp"
#include "plugins/direct_payments/model/statement/statement_row.hpp"

#include <cstdint>

namespace alongside::direct_payments {

enum class PaymentOrigin : std::uint8_t {
  Statement,  // it came out of a file, so its text is the bank's
  Person,     // somebody typed it, in their own words and on the day they remember
};

struct KnownPayment {
  DocumentId transaction;
  StatementRow row;
  PaymentOrigin origin = PaymentOrigin::Statement;
};

}  // namespace alongside::direct_payments
