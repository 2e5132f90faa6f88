#include "plugins/direct_payments/model/afford.hpp"

namespace alongside::direct_payments {

AffordAnswer can_afford(const Agreement& agreement, const MoneyLeft& left, std::int64_t cost) {
  AffordAnswer answer;
  answer.cost = cost;
  answer.after = left.free() - cost;
  if (answer.after < 0) return answer;
  const std::int64_t paid = terms_on(agreement, left.period.first).per_period.pence();
  answer.afford = answer.after * 10 < paid ? Afford::OnlyJust : Afford::Yes;
  return answer;
}

}  // namespace alongside::direct_payments
