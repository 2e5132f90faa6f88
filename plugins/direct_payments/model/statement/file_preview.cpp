#include "plugins/direct_payments/model/statement/file_preview.hpp"

#include "app/base/text.hpp"
#include "plugins/direct_payments/model/plan_pattern.hpp"
#include "plugins/direct_payments/model/statement/bank_line.hpp"
#include "plugins/direct_payments/model/statement/match_rows.hpp"
#include "plugins/direct_payments/model/statement/places_by_key.hpp"

#include <algorithm>
#include <utility>

namespace alongside::direct_payments {
namespace {

// Numbers, by what is alike.
using Alike = PlacesByKey;

bool is_of_council(const Transaction& transaction) {
  return std::any_of(transaction.postings.begin(), transaction.postings.end(),
                     [](const Posting& posting) { return posting.account == Account::CouncilPayment; });
}

// What is planned for the days around the row, by the name of who was paid.
const BookPlan* plan_for(const Book& book, const BookAgreement& agreement, const StatementRow& row) {
  const std::string payee = payee_in(row.text);
  const BudgetPeriod period = period_of(agreement.agreement, row.day);
  for (const BookPlan& plan : book.plan) {
    const std::string name = payee_in(plan.item.name);
    const bool is_same = !name.empty() && (payee.starts_with(name) || (!payee.empty() && name.starts_with(payee)));
    if (is_same && plan.item.agreement == agreement.id && may_touch(plan.item, period.first, period.last)) return &plan;
  }
  return nullptr;
}

class Previewer {
 public:
  Previewer(const Book& book, const BookAgreement& agreement, const PayeeRules& rules, const RowNotes& notes,
            Date today)
      : book_(book),
        agreement_(agreement),
        rules_(rules),
        notes_(notes),
        today_(today),
        sent_(book.sent(agreement.id)),
        known_(known_payments(book, agreement.id)) {}

  FilePreview preview(const Statement& statement, std::string_view account) {
    FilePreview found;
    Alike alike;
    for (std::size_t i = 0; i < statement.lines.size(); ++i) {
      const StatementLine& line = statement.lines[i];
      if (line.verdict() != LineVerdict::Row || !line.row) continue;
      if (!account.empty() && line.row->account != account) {
        ++found.other_account;
        continue;
      }
      PreviewRow row;
      row.line = i;
      row.row = told_in_ledger(*line.row);
      std::vector<std::size_t>& same = alike[likeness_of(row.row)];
      row.key = line_key(row.row, static_cast<std::uint32_t>(same.size()));
      same.push_back(i);
      found.rows.push_back(std::move(row));
    }
    settle(found.rows);
    return found;
  }

 private:
  // What a person has decided comes first, so that no payment of the ledger stands for two rows.
  void settle(std::vector<PreviewRow>& rows) {
    // Of rows that are alike, the one that was said to count is the one that is in the ledger.
    std::vector<PreviewRow*> open;
    std::vector<PreviewRow*> others;
    for (PreviewRow& row : rows) {
      if (!take_said(row)) (counts(row) ? open : others).push_back(&row);
    }
    open.insert(open.end(), others.begin(), others.end());
    std::vector<StatementRow> asked;
    for (const PreviewRow* row : open) asked.push_back(row->row);
    const std::vector<RowMatch> matches = match_rows(asked, known_);
    for (std::size_t i = 0; i < open.size(); ++i) judge(*open[i], matches[i]);
  }

  bool counts(const PreviewRow& row) const {
    const RowNote* note = notes_.find(row.key);
    return note != nullptr && note->choice == RowChoice::Counts;
  }

  bool take_said(PreviewRow& row) {
    const RowNote* note = notes_.find(row.key);
    if (note == nullptr || note->choice == RowChoice::Counts) return false;
    row.reason = RowReason::Said;
    if (note->choice == RowChoice::NotOurs) {
      row.standing = RowStanding::NotOurs;
      return true;
    }
    const auto same = std::find_if(known_.begin(), known_.end(),
                                   [&](const KnownPayment& known) { return known.transaction == note->transaction; });
    if (same == known_.end()) return false;  // taken back since, or taken by a row above
    row.standing = RowStanding::Have;
    row.transaction = same->transaction;
    known_.erase(same);
    return true;
  }

  void judge(PreviewRow& row, const RowMatch& match) const {
    row.match = match;
    row.reason = RowReason::Match;
    row.transaction = match.transaction;
    const BookEntry* entry = match.transaction.is_nil() ? nullptr : book_.entry(match.transaction);
    const bool is_ours = entry != nullptr && is_of_council(entry->transaction);
    if (match.verdict() == MatchVerdict::Have || is_ours) {
      row.standing = RowStanding::Have;
      if (is_ours) row.reason = RowReason::OurPayment;
      return;
    }
    if (cannot_be_added(row)) return;
    suggest(row);
  }

  bool cannot_be_added(PreviewRow& row) const {
    const Agreement& agreement = agreement_.agreement;
    Transaction probe;
    probe.day = row.row.day;
    probe.text = row.row.text;
    probe.postings = {{Account::Bank, row.row.amount},
                      {Account::OtherSpending, Money::of_known(-row.row.amount.pence())}};
    row.standing = RowStanding::Outside;
    const auto fault = check_transaction(probe, agreement, today_);
    if (fault) row.reason = fault == LedgerFault::BeforeAgreement ? RowReason::Early : RowReason::Late;
    if (fault) return true;
    row.standing = RowStanding::Closed;
    row.reason = RowReason::Sent;
    return check_not_sent(row.row.day, sent_).has_value();
  }

  void suggest(PreviewRow& row) const {
    row.reason = RowReason::Match;
    row.standing = row.match.verdict() == MatchVerdict::New ? RowStanding::New : RowStanding::Ask;
    const RowNote* note = notes_.find(row.key);
    if (note != nullptr && note->choice == RowChoice::Counts) {
      row.standing = RowStanding::New;
      row.reason = RowReason::Said;
      row.category = note->category;
      row.plan_item = book_.planned(note->plan_item) == nullptr ? DocumentId() : note->plan_item;
      return;
    }
    const auto learned = rules_.suggest(row.row.text);
    if (learned) row.category = *learned;
    const BookPlan* plan = row.row.amount < Money() ? plan_for(book_, agreement_, row.row) : nullptr;
    if (plan != nullptr && (!learned || *learned == plan->item.category)) {
      row.category = plan->item.category;
      row.plan_item = plan->id;
    }
    if (row.row.amount > Money() && !learned && row.standing == RowStanding::New) {
      row.standing = RowStanding::Ask;
      row.reason = RowReason::MoneyIn;
    }
  }

  const Book& book_;
  const BookAgreement& agreement_;
  const PayeeRules& rules_;
  const RowNotes& notes_;
  Date today_;
  std::vector<SentPeriod> sent_;
  std::vector<KnownPayment> known_;
};

}  // namespace

std::size_t FilePreview::count(RowStanding standing) const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [standing](const PreviewRow& row) { return row.standing == standing; }));
}

std::vector<KnownPayment> known_payments(const Book& book, DocumentId agreement) {
  std::vector<KnownPayment> known;
  for (const BookEntry& entry : book.entries) {
    const Transaction& transaction = entry.transaction;
    const std::int64_t pence = account_change(transaction);
    if (transaction.agreement != agreement || !entry.reversed_by.is_nil() || !transaction.reverses.is_nil() ||
        pence == 0)
      continue;
    KnownPayment payment;
    payment.transaction = entry.id;
    payment.row.day = transaction.day;
    payment.row.amount = money_of(pence);
    payment.row.text = transaction.text;
    payment.origin = transaction.bank ? PaymentOrigin::Statement : PaymentOrigin::Person;
    if (transaction.bank) payment.row.bank_id = transaction.bank->bank_id;
    if (transaction.bank) payment.row.balance = transaction.bank->balance;
    known.push_back(std::move(payment));
  }
  return known;
}

std::vector<std::string> accounts_in(const Statement& statement) {
  std::vector<std::string> accounts;
  for (const StatementLine& line : statement.lines) {
    if (line.verdict() != LineVerdict::Row || !line.row) continue;
    const bool is_known = std::find(accounts.begin(), accounts.end(), line.row->account) != accounts.end();
    if (!is_known && !line.row->account.empty()) accounts.push_back(line.row->account);
  }
  return accounts;
}

FilePreview preview_file(const Statement& statement, std::string_view account, const Book& book,
                         const BookAgreement& agreement, const PayeeRules& rules, const RowNotes& notes, Date today) {
  return Previewer(book, agreement, rules, notes, today).preview(statement, account);
}

std::vector<RecordTransaction> payments_to_add(const FilePreview& preview, const Book& book,
                                               const BookAgreement& agreement, std::size_t most) {
  Alike taken;  // ordinals
  for (const BookEntry& entry : book.entries) {
    const Transaction& one = entry.transaction;
    if (one.agreement != agreement.id || !one.bank || !entry.reversed_by.is_nil()) continue;
    StatementRow row;
    row.day = one.day;
    row.amount = money_of(account_change(one));
    row.text = one.text;
    taken[likeness_of(row)].push_back(one.bank->ordinal);
  }
  std::vector<RecordTransaction> payments;
  for (const PreviewRow& row : preview.rows) {
    if (row.standing != RowStanding::New || payments.size() == most) continue;
    std::vector<std::size_t>& ordinals = taken[likeness_of(row.row)];
    std::uint32_t ordinal = 0;
    while (std::find(ordinals.begin(), ordinals.end(), ordinal) != ordinals.end()) ++ordinal;
    ordinals.push_back(ordinal);
    RecordTransaction record;
    record.agreement = mark_of(agreement.id);
    record.day = row.row.day;
    record.text = row.row.text;
    record.postings = {{row.category, Money::of_known(-row.row.amount.pence())},
                       {account_on(agreement.agreement, record.day), row.row.amount}};
    record.plan_item = row.plan_item;
    if (const BookPlan* plan = book.planned(row.plan_item)) record.service = plan->item.service;
    record.bank = BankNote{row.row.bank_id, row.row.balance, ordinal};
    payments.push_back(std::move(record));
  }
  return payments;
}

}  // namespace alongside::direct_payments
