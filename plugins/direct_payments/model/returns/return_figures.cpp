#include "plugins/direct_payments/model/returns/return_figures.hpp"

#include "plugins/direct_payments/model/plan_days.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace alongside::direct_payments {
namespace {

using Pence = std::int64_t;

struct Sums {
  Pence opening = 0, change = 0;
  std::array<Pence, account_count> by_account{};
  std::uint32_t payments = 0;

  Pence of(Account account) const { return by_account[static_cast<std::size_t>(account)]; }
};

Pence in_accounts(const Transaction& transaction) {
  Pence pence = 0;
  for (const Posting& posting : transaction.postings) {
    if (kind_of(posting.account) == AccountKind::Asset) pence += posting.amount.pence();
  }
  return pence;
}

Pence repaid_by(const Transaction& transaction) {
  Pence pence = 0;
  for (const Posting& posting : transaction.postings) {
    if (posting.account == Account::RepaidToCouncil) pence += posting.amount.pence();
  }
  return pence;
}

Sums sums_of(DocumentId agreement, SentPeriod period, std::span<const KeptTransaction> ledger) {
  Sums sums;
  for (const KeptTransaction& kept : ledger) {
    const Transaction& one = *kept.transaction;
    if (one.agreement != agreement || one.day > period.last) continue;
    if (one.day < period.first) {
      sums.opening += in_accounts(one);
      continue;
    }
    ++sums.payments;
    sums.change += in_accounts(one);
    for (const Posting& posting : one.postings)
      sums.by_account[static_cast<std::size_t>(posting.account)] += posting.amount.pence();
  }
  return sums;
}

// What of the spending belongs to which line: a plan item that is known, else the category.
struct Spending {
  std::map<DocumentId, Pence> on_plan;
  std::array<Pence, account_count> unplanned{};

  void add(const Transaction& one, std::span<const PlannedItem> plan) {
    const bool is_planned =
        std::any_of(plan.begin(), plan.end(), [&](const PlannedItem& item) { return item.id == one.plan_item; });
    if (is_planned) {
      on_plan[one.plan_item] += spent_by(one) - repaid_by(one);
      return;
    }
    for (const Posting& posting : one.postings) {
      if (kind_of(posting.account) == AccountKind::Expense && posting.account != Account::RepaidToCouncil)
        unplanned[static_cast<std::size_t>(posting.account)] += posting.amount.pence();
    }
  }
};

std::vector<ReturnLine> lines_of(DocumentId agreement, SentPeriod period, std::span<const KeptTransaction> ledger,
                                 std::span<const PlannedItem> plan) {
  Spending spending;
  for (const KeptTransaction& kept : ledger) {
    if (kept.transaction->agreement == agreement && period.holds(kept.transaction->day))
      spending.add(*kept.transaction, plan);
  }
  std::vector<ReturnLine> lines;
  for (const PlannedItem& item : plan) {
    if (item.item.agreement != agreement) continue;
    const Pence planned = planned_pence(item.item, period.first, period.last);
    const auto spent = spending.on_plan.find(item.id);
    if (planned == 0 && spent == spending.on_plan.end()) continue;
    lines.push_back({item.id, item.item.name, item.item.category, money_of(planned),
                     money_of(spent == spending.on_plan.end() ? 0 : spent->second)});
  }
  std::sort(lines.begin(), lines.end(), [](const ReturnLine& a, const ReturnLine& b) {
    return std::tie(a.name, a.plan_item) < std::tie(b.name, b.plan_item);
  });
  for (std::size_t i = 0; i < account_count; ++i) {
    if (spending.unplanned[i] != 0)
      lines.push_back({{}, {}, static_cast<Account>(i), Money(), money_of(spending.unplanned[i])});
  }
  return lines;
}

}  // namespace

ReturnFigures return_figures(DocumentId agreement, SentPeriod period, std::span<const KeptTransaction> ledger,
                             std::span<const PlannedItem> plan) {
  const Sums sums = sums_of(agreement, period, ledger);
  Pence spent = 0;
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    if (kind_of(account) == AccountKind::Expense && account != Account::RepaidToCouncil) spent += sums.of(account);
  }
  ReturnFigures figures;
  figures.opening = money_of(sums.opening);
  figures.from_council = money_of(-sums.of(Account::CouncilPayment));
  figures.contribution = money_of(-sums.of(Account::FamilyContribution));
  figures.brought_in = money_of(-sums.of(Account::OpeningBalance));
  figures.spent = money_of(spent);
  figures.repaid = money_of(sums.of(Account::RepaidToCouncil));
  figures.closing = money_of(sums.opening + sums.change);
  figures.payments = sums.payments;
  figures.lines = lines_of(agreement, period, ledger, plan);
  return figures;
}

std::vector<KeptTransaction> receipts_asked(DocumentId agreement, SentPeriod period,
                                            std::span<const KeptTransaction> ledger,
                                            std::optional<Money> receipt_from) {
  std::vector<KeptTransaction> asked;
  if (!receipt_from) return asked;
  std::vector<DocumentId> taken_back;
  for (const KeptTransaction& kept : ledger) {
    if (!kept.transaction->reverses.is_nil()) taken_back.push_back(kept.transaction->reverses);
  }
  std::sort(taken_back.begin(), taken_back.end());
  for (const KeptTransaction& kept : ledger) {
    const Transaction& one = *kept.transaction;
    if (one.agreement != agreement || !period.holds(one.day) || !one.reverses.is_nil()) continue;
    const Pence spent = spent_by(one) - repaid_by(one);
    if (spent <= 0 || spent < receipt_from->pence()) continue;
    if (!std::binary_search(taken_back.begin(), taken_back.end(), kept.id)) asked.push_back(kept);
  }
  return asked;
}

StatementGap gap_of(const StatementNote& statement, SentPeriod period, const ReturnFigures& figures) {
  const Date first = std::max(statement.first, period.first);
  const Date last = std::min(statement.last, period.last);
  const std::int32_t covered = last < first ? 0 : days_between(first, last) + 1;
  return {days_between(period.first, period.last) + 1 - covered, statement.closing.pence() - figures.closing.pence()};
}

}  // namespace alongside::direct_payments
