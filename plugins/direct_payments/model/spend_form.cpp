#include "plugins/direct_payments/model/spend_form.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "plugins/direct_payments/model/ledger_rules.hpp"

namespace alongside::direct_payments {
namespace {

Account category_of(const SpendForm& form) {
  for (std::size_t i = 0; i < account_count; ++i) {
    const auto account = static_cast<Account>(i);
    if (kind_of(account) == AccountKind::Expense && name_of(account) == form.category) return account;
  }
  return Account::OtherSpending;
}

const BookPlan* plan_of(const SpendForm& form, const Book& book) {
  const auto id = DocumentId::parse(form.plan_item);
  return id.ok() ? book.planned(id.value()) : nullptr;
}

void check_what(std::string_view what, SpendFaults& faults) {
  if (is_fit_text(what)) return;
  faults.what = code_points(what) > Transaction::most_letters ? WhatFault::TooLong : WhatFault::Empty;
}

void check_day(Date day, const BookAgreement& of, const Book& book, Date today, SpendFaults& faults) {
  const Agreement& agreement = of.agreement;
  Transaction probe;
  probe.day = day;
  probe.text = "-";
  probe.postings = {{Account::Bank, money_of(-1)}, {Account::Activities, money_of(1)}};
  const auto fault = check_transaction(probe, agreement, today);
  if (fault == LedgerFault::TooFarAhead) faults.day = DayRule::Later;
  if (fault == LedgerFault::BeforeAgreement) faults.day = DayRule::TooEarly;
  if (fault == LedgerFault::AfterAgreement) faults.day = DayRule::TooLate;
  if (!fault && check_not_sent(day, book.sent(of.id))) faults.day = DayRule::Sent;
}

}  // namespace

void fill_from(SpendForm& form, const BookPlan& plan) {
  form.plan_item = plan.id.text();
  if (form.what.empty()) form.what = plan.item.name;
  if (form.amount.empty()) form.amount = plan.item.unit_cost.text().substr(std::string_view("£").size());
  form.category = name_of(plan.item.category);
}

RecordTransaction moved_to(RecordTransaction record, Date day) {
  const std::string text = record.text + " (" + typed_day(record.day) + ")";
  if (is_fit_text(text)) record.text = text;
  record.day = day;
  return record;
}

std::variant<RecordTransaction, SpendFaults> check(const SpendForm& form, const Book& book,
                                                   const BookAgreement& agreement, Date today) {
  SpendFaults faults;
  const std::string_view what = trim(form.what);
  check_what(what, faults);
  const auto amount = read_amount(form.amount, money_of(Transaction::most_pence));
  if (const auto* fault = std::get_if<AmountFault>(&amount)) faults.amount = *fault;
  const auto day = read_day(form.day);
  if (const auto* fault = std::get_if<DayFault>(&day))
    faults.day = *fault;
  else
    check_day(std::get<Date>(day), agreement, book, today, faults);
  if (!faults.none()) return faults;

  RecordTransaction record;
  record.agreement = mark_of(agreement.id);
  record.day = std::get<Date>(day);
  record.text = what;
  const BookPlan* plan = plan_of(form, book);
  const Money spent = std::get<Money>(amount);
  record.postings = {{plan ? plan->item.category : category_of(form), spent},
                     {account_on(agreement.agreement, record.day), Money().minus(spent).value()}};
  if (plan != nullptr) {
    record.plan_item = plan->id;
    record.service = plan->item.service;
  }
  return record;
}

}  // namespace alongside::direct_payments
