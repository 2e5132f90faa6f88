#include "plugins/direct_payments/model/returns/return_period.hpp"

#include <algorithm>

namespace alongside::direct_payments {

// The agreement's own random bytes, the last four crossed with the day, and one bit turned so that it is never the
// agreement's own id.
DocumentId return_id(DocumentId agreement, Date first) {
  IdBytes bytes = agreement.bytes();
  auto day = static_cast<std::uint32_t>(first.days());
  for (std::size_t i = bytes.size(); i-- > bytes.size() - 4; day >>= 8) bytes[i] ^= static_cast<std::uint8_t>(day);
  bytes[4] ^= 0x5A;
  return DocumentId(bytes);
}

std::vector<SentPeriod> sent_periods(DocumentId agreement, std::span<const Return> returns) {
  std::vector<SentPeriod> sent;
  for (const Return& one : returns) {
    if (one.agreement == agreement && is_closed(one.state)) sent.push_back({one.first, one.last});
  }
  std::sort(sent.begin(), sent.end(), [](const SentPeriod& a, const SentPeriod& b) { return a.first < b.first; });
  return sent;
}

SentPeriod next_period(DocumentId id, const Agreement& agreement, std::span<const Return> returns) {
  const Return* opened = nullptr;
  const Return* latest = nullptr;
  for (const Return& one : returns) {
    if (one.agreement != id) continue;
    if (!is_closed(one.state) && (opened == nullptr || one.first < opened->first)) opened = &one;
    if (latest == nullptr || latest->first < one.first) latest = &one;
  }
  if (opened != nullptr) return {opened->first, opened->last};
  if (latest != nullptr) {
    const Date first(latest->last.days() + 1);
    return {first, period_of(agreement, first).last};
  }
  const BudgetPeriod period = period_of(agreement, agreement.starts);
  return {period.first, period.last};
}

const Return* last_sent(DocumentId agreement, std::span<const Return> returns) {
  const Return* latest = nullptr;
  for (const Return& one : returns) {
    if (one.agreement != agreement || !is_closed(one.state)) continue;
    if (latest == nullptr || latest->first < one.first) latest = &one;
  }
  return latest;
}

}  // namespace alongside::direct_payments
