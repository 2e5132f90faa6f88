// CamtEntry: one entry of a CAMT.053 statement while it is read, filled in by the paths of its elements; or one of its
// balances, of which the closing one is kept.
// Used by read_camt_statement().
#pragma once

#include "plugins/direct_payments/model/statement/raw_row.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::direct_payments {

class CamtEntry {
 public:
  CamtEntry(std::uint32_t line, std::string_view account);

  // `path` is from the entry to the element: "BookgDt/Dt".
  void open(std::string_view path, std::string_view attributes);
  void put(std::string_view path, std::string_view value);
  // Of a balance that is not the closing one, booked.
  bool is_other_balance(std::string_view element) const { return element == "Bal" && balance_ != "CLBD"; }
  RawRow finish(LineReason reason);

 private:
  void put_details(std::string_view path, std::string_view value);

  RawRow row_;
  std::size_t payments_ = 0;  // gathered in this entry
  std::string value_day_;     // for when no day of booking is given
  std::string balance_;       // which one
  std::string debtor_;
  std::string creditor_;
  std::string remittance_;
  std::string end_to_end_id_;
  std::string more_;
};

}  // namespace alongside::direct_payments
