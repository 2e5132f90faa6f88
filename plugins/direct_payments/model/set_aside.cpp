#include "plugins/direct_payments/model/set_aside.hpp"

#include "app/base/text.hpp"
#include "app/base/typed.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <variant>

namespace alongside::direct_payments {

std::optional<std::int64_t> typed_pence(const std::string& typed) {
  if (trim(typed).empty()) return 0;
  const auto amount = read_amount(typed, Money::of_known(Transaction::most_pence));
  if (const auto* money = std::get_if<Money>(&amount)) return money->pence();
  return std::get<AmountFault>(amount) == AmountFault::Zero ? std::optional<std::int64_t>(0) : std::nullopt;
}

std::int64_t sum_of(const SetAside& aside) {
  std::int64_t sum = 0;
  for (const std::string* typed : {&aside.holiday, &aside.redundancy, &aside.tax, &aside.insurance})
    sum += typed_pence(*typed).value_or(0);
  return sum;
}

}  // namespace alongside::direct_payments
