#include "plugins/direct_payments/model/returns/return_form.hpp"

#include "app/base/text.hpp"

namespace alongside::direct_payments {
namespace {

Date read_statement_day(std::string_view typed, Date otherwise, std::optional<DayFault>& fault) {
  if (trim(typed).empty()) return otherwise;
  const auto day = read_day(typed);
  if (const auto* wrong = std::get_if<DayFault>(&day)) fault = *wrong;
  return fault ? otherwise : std::get<Date>(day);
}

}  // namespace

std::variant<std::optional<StatementNote>, StatementFaults> statement_of(const ReturnForm& form, SentPeriod period) {
  if (trim(form.closing).empty() && form.files.empty()) return std::optional<StatementNote>();
  StatementFaults faults;
  StatementNote statement;
  statement.first = read_statement_day(form.first, period.first, faults.first);
  statement.last = read_statement_day(form.last, period.last, faults.last);
  faults.is_turned = !faults.first && !faults.last && statement.last < statement.first;
  const auto closing = read_amount(form.closing, Money::of_known(Money::limit));
  const auto* fault = std::get_if<AmountFault>(&closing);
  if (fault != nullptr && *fault != AmountFault::Zero) faults.closing = *fault;  // nothing left is an amount here
  if (fault == nullptr) statement.closing = std::get<Money>(closing);
  if (!faults.none()) return faults;
  return std::optional(std::move(statement));
}

}  // namespace alongside::direct_payments
