#include "plugins/direct_payments/api/take_up.hpp"

#include "app/server/feature.hpp"
#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace alongside::direct_payments {
namespace {

using Households = std::set<HouseholdId>;
// Names in the order in which they are shown: the number before the bar is not.
using Counted = std::map<std::string, Households>;

std::string cycle_name(const AgreementTerms& terms) {
  const Cycle cycle = terms.cycle();
  if (cycle.months == 1) return "4|each month";
  if (cycle.months == 3) return "5|each quarter";
  if (cycle.months > 0) return cycle.months == 12 ? "6|once a year" : "7|in another cycle";
  if (cycle.days == 7) return "1|each week";
  if (cycle.days == 14) return "2|every two weeks";
  if (cycle.days == 28) return "3|every four weeks";
  return cycle.days >= 365 ? "6|once a year" : "7|in another cycle";
}

std::string band_name(const AgreementTerms& terms) {
  constexpr std::int64_t pounds = 100;
  const Cycle cycle = terms.cycle();
  const std::int64_t pence = terms.per_period.pence();
  const std::int64_t a_year =
      cycle.months > 0 ? pence * 12 / cycle.months : pence * 365 / std::max<std::int64_t>(1, cycle.days);
  if (a_year < 1000 * pounds) return "1|under £1,000";
  if (a_year < 5000 * pounds) return "2|£1,000 to £4,999";
  return a_year < 15000 * pounds ? "3|£5,000 to £14,999" : "4|£15,000 and more";
}

std::string payee_name(server::Relation relation) {
  if (relation == server::Relation::Parent) return "1|a parent";
  if (relation == server::Relation::Carer) return "2|a carer";
  return relation == server::Relation::YoungPerson ? "3|the young person" : "4|somebody else";
}

// Where most of an agreement's payments went in and out.
std::string account_name(const std::array<std::size_t, account_count>& used) {
  constexpr std::pair<Account, const char*> accounts[] = {{Account::Bank, "1|a bank account"},
                                                          {Account::PrepaidCard, "2|a prepaid card"},
                                                          {Account::ManagedAccount, "3|a managed account"}};
  std::string name = "4|nothing recorded yet";
  std::size_t most = 0;
  for (const auto& [account, its_name] : accounts) {
    const std::size_t count = used[static_cast<std::size_t>(account)];
    if (count > most) name = its_name, most = count;
  }
  return name;
}

TakeUpTable table_of(const char* name, const Counted& counted) {
  TakeUpTable table{name, TakeUpOf::Families, {}};
  for (const auto& [cell, households] : counted) table.cells.push_back({cell.substr(2), households.size(), 0, false});
  return table;
}

class Count {
 public:
  Count(const server::FeatureContext& context, Date first, Date last) : context_(context), first_(first), last_(last) {}

  Result<TakeUp> run() {
    ALONGSIDE_TRY(read_payments());
    for (const auto& document : ALONGSIDE_TRY(context_.documents.all_by_council(Agreement::schema.id))) {
      const auto agreement = ALONGSIDE_TRY(wire::decode_payload<Agreement>(document.content));
      const bool runs = agreement.starts <= last_ && (!agreement.ends || *agreement.ends >= last_);
      if (runs) ALONGSIDE_TRY(add(document, agreement));
    }
    TakeUp take_up{first_, last_, families_.size(), false, {}};
    const server::DisclosureLimits& limits = context_.council.disclosure;
    take_up.are_too_few = static_cast<int>(families_.size()) < limits.people;
    if (take_up.are_too_few) return TakeUp{first_, last_, 0, true, {}};
    take_up.tables = {table_of("paid to", paid_to_), table_of("paid", cycles_), table_of("in a year", bands_),
                      table_of("kept in", kept_in_), spending()};
    for (TakeUpTable& table : take_up.tables) hide_few(table, limits);
    return take_up;
  }

 private:
  Result<void> read_payments() {
    for (const auto& document : ALONGSIDE_TRY(context_.documents.all_by_council(Transaction::schema.id))) {
      const auto payment = ALONGSIDE_TRY(wire::decode_payload<Transaction>(document.content));
      if (payment.day > last_) continue;
      for (const Posting& posting : payment.postings) {
        const auto account = static_cast<std::size_t>(posting.account);
        if (kind_of(posting.account) == AccountKind::Asset) ++used_[payment.agreement][account];
        if (kind_of(posting.account) == AccountKind::Expense && payment.day >= first_)
          spent_[account][document.subject.household] += posting.amount.pence();
      }
    }
    return {};
  }

  Result<void> add(const wire::Document& document, const Agreement& agreement) {
    const HouseholdId household = document.subject.household;
    families_.insert(household);
    const server::Actor payee{agreement.payee, household, {}};
    paid_to_[payee_name(ALONGSIDE_TRY(context_.access.relation(payee, document.subject)))].insert(household);
    const AgreementTerms terms = terms_on(agreement, last_);
    cycles_[cycle_name(terms)].insert(household);
    bands_[band_name(terms)].insert(household);
    kept_in_[account_name(used_[document.id])].insert(household);
    return {};
  }

  // A sum that is mostly one family's is that family's to whoever knows them: it counts as one family.
  TakeUpTable spending() const {
    TakeUpTable table{"spent on", TakeUpOf::Money, {}};
    for (std::size_t account = 0; account < account_count; ++account) {
      if (spent_[account].empty()) continue;
      TakeUpCell cell{std::string(name_of(static_cast<Account>(account))), spent_[account].size(), 0, false};
      std::int64_t largest = 0;
      for (const auto& [household, pence] : spent_[account]) {
        cell.pence += pence;
        largest = std::max(largest, pence);
      }
      if (largest * 2 > cell.pence) cell.families = 1;
      table.cells.push_back(std::move(cell));
    }
    return table;
  }

  const server::FeatureContext& context_;
  Date first_;
  Date last_;
  Households families_;
  Counted paid_to_, cycles_, bands_, kept_in_;
  std::map<DocumentId, std::array<std::size_t, account_count>> used_;
  std::array<std::map<HouseholdId, std::int64_t>, account_count> spent_;
};

}  // namespace

Result<TakeUp> count_take_up(const server::FeatureContext& context, Date first, Date last) {
  return Count(context, first, last).run();
}

void hide_few(TakeUpTable& table, const server::DisclosureLimits& limits) {
  const auto least = static_cast<std::size_t>(std::max(1, limits.cell));
  std::size_t hidden = 0;
  std::size_t behind = 0;  // what is hidden
  for (TakeUpCell& cell : table.cells) {
    cell.is_hidden = cell.families < least;
    if (cell.is_hidden) ++hidden, behind += cell.families;
  }
  while (hidden > 0 && (hidden < 2 || behind < least)) {
    TakeUpCell* smallest = nullptr;
    for (TakeUpCell& cell : table.cells) {
      if (!cell.is_hidden && (smallest == nullptr || cell.families < smallest->families)) smallest = &cell;
    }
    if (smallest == nullptr) return;
    smallest->is_hidden = true;
    ++hidden;
    behind += smallest->families;
  }
}

}  // namespace alongside::direct_payments
