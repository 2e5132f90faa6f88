#include "plugins/direct_payments/model/ledger_rules.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "plugins/direct_payments/model/plan_pattern.hpp"

namespace alongside::direct_payments {
namespace {

constexpr std::int32_t days_to_settle = 92;  // after an agreement's end, for the last wages and bills

// It reads as what it says, and makes sense: what comes once has no end and no holidays, and what comes always has no
// holidays either.
bool is_fit_pattern(const PlanItem& item) {
  const PlanPattern pattern = pattern_of(item);
  if (text_of(pattern) != item.pattern) return false;
  if (pattern.every == PlanEvery::Once && (pattern.until || pattern.time != PlanTime::Always)) return false;
  if (pattern.time == PlanTime::Always && !pattern.holidays.empty()) return false;
  if (pattern.until && *pattern.until < item.day) return false;
  if (pattern.holidays.size() > PlanPattern::most_holidays) return false;
  for (std::size_t i = 0; i < pattern.holidays.size(); ++i) {
    if (pattern.holidays[i].last < pattern.holidays[i].first) return false;
    if (i > 0 && pattern.holidays[i].first <= pattern.holidays[i - 1].last) return false;
  }
  return true;
}

}  // namespace

bool is_fit_text(std::string_view text) {
  if (trim(text).empty() || !is_text(text) || code_points(text) > Transaction::most_letters) return false;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
  }
  return true;
}

std::optional<LedgerFault> check_postings(std::span<const Posting> postings) {
  if (postings.size() < Transaction::fewest_postings || postings.size() > Transaction::most_postings)
    return LedgerFault::PostingCount;
  std::int64_t sum = 0;
  for (const Posting& posting : postings) {
    const std::int64_t pence = posting.amount.pence();
    if (!is_known(posting.account)) return LedgerFault::UnknownAccount;
    if (pence == 0) return LedgerFault::NoAmount;
    if (pence > Transaction::most_pence || pence < -Transaction::most_pence) return LedgerFault::AmountTooLarge;
    sum += pence;
  }
  if (sum != 0) return LedgerFault::Unbalanced;
  return {};
}

std::optional<LedgerFault> check_transaction(const Transaction& transaction, const Agreement& agreement, Date latest) {
  if (const auto fault = check_postings(transaction.postings)) return fault;
  if (!is_fit_text(transaction.text)) return LedgerFault::BadText;
  if (transaction.day < agreement.starts) return LedgerFault::BeforeAgreement;
  if (agreement.ends && days_between(*agreement.ends, transaction.day) > days_to_settle)
    return LedgerFault::AfterAgreement;
  if (transaction.day > latest) return LedgerFault::TooFarAhead;
  return {};
}

std::optional<LedgerFault> check_family_transaction(const Transaction& transaction) {
  for (const Posting& posting : transaction.postings) {
    if (posting.account == Account::CouncilPayment) return LedgerFault::NotForFamilies;
  }
  return {};
}

bool may_be_reversed(const Transaction& transaction) {
  return transaction.reverses.is_nil() && !check_family_transaction(transaction);
}

std::optional<LedgerFault> check_plan_item(const PlanItem& item, const Agreement& agreement) {
  if (!is_fit_text(item.name)) return LedgerFault::BadText;
  if (kind_of(item.category) != AccountKind::Expense) return LedgerFault::UnknownAccount;
  if (item.units == 0 || item.units > PlanItem::most_units) return LedgerFault::BadUnits;
  const std::int64_t unit = item.unit_cost.pence();
  if (unit <= 0) return LedgerFault::NoAmount;
  if (!is_fit_pattern(item)) return LedgerFault::BadPattern;
  if (unit > Transaction::most_pence || unit * item.units > Transaction::most_pence) return LedgerFault::AmountTooLarge;
  if (item.day < period_of(agreement, agreement.starts).first) return LedgerFault::BeforeAgreement;
  if (agreement.ends && item.day > *agreement.ends) return LedgerFault::AfterAgreement;
  return {};
}

Transaction reversal(const Transaction& transaction, std::string_view reason) {
  Transaction undone;
  undone.agreement = transaction.agreement;
  undone.day = transaction.day;
  undone.text = reason;
  undone.service = transaction.service;
  undone.plan_item = transaction.plan_item;
  for (const Posting& posting : transaction.postings)
    undone.postings.push_back({posting.account, Money().minus(posting.amount).value()});
  return undone;
}

std::optional<LedgerFault> check_not_sent(Date day, std::span<const SentPeriod> sent) {
  for (const SentPeriod& period : sent) {
    if (period.holds(day)) return LedgerFault::PeriodSent;
  }
  return {};
}

std::int64_t balance(Account account, std::span<const Transaction> ledger) {
  std::int64_t pence = 0;
  for (const Transaction& transaction : ledger) {
    for (const Posting& posting : transaction.postings) {
      if (posting.account == account) pence += posting.amount.pence();
    }
  }
  return pence;
}

}  // namespace alongside::direct_payments
