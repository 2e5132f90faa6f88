#include "plugins/employing/model/worker_form.hpp"

#include "app/base/text.hpp"
#include "plugins/employing/model/typed.hpp"

#include <optional>

namespace alongside::employing {
namespace {

std::string typed_pounds(Money money) { return money.pence() == 0 ? std::string() : money.text().substr(2); }

PensionChoice pension_named(std::string_view name) {
  if (name == "joined") return PensionChoice::Joined;
  return name == "left_out" ? PensionChoice::LeftOut : PensionChoice::ByRule;
}

std::string name_of_choice(PensionChoice choice) {
  if (choice == PensionChoice::Joined) return "joined";
  return choice == PensionChoice::LeftOut ? "left_out" : "by_rule";
}

WorkerAge age_named(std::string_view name) {
  if (name == name_of(WorkerAge::Young)) return WorkerAge::Young;
  return name == name_of(WorkerAge::PensionAge) ? WorkerAge::PensionAge : WorkerAge::From22;
}

WorkerField field_of(WorkFault fault) {
  switch (fault) {
    case WorkFault::NoBirth:
    case WorkFault::BadBirth: return WorkerField::Birth;
    case WorkFault::BadRate: return WorkerField::Rate;
    case WorkFault::BadMiles: return WorkerField::MileRate;
    case WorkFault::BadDays: return WorkerField::Starts;
    default: return WorkerField::Name;
  }
}

// What can be read; what cannot is noted.
Worker read_fields(const WorkerForm& form, std::vector<WorkerMistake>& mistakes) {
  Worker worker;
  worker.name = form.name;
  worker.age = age_named(form.age);
  worker.apprentice = form.apprentice ? Apprentice::Yes : Apprentice::No;
  worker.period = pay_period_named(form.period);
  worker.holiday = form.with_pay ? HolidayPay::WithPay : HolidayPay::WhenTaken;
  worker.pension = pension_named(form.pension);
  worker.allowance = form.allowance ? AllowanceClaim::Yes : AllowanceClaim::No;
  const auto day = [&](const std::string& typed, WorkerField field, WorkFault fault) -> std::optional<Date> {
    const auto read = read_day(typed);
    if (!read) mistakes.push_back({field, fault});
    return read;
  };
  const auto rate = read_pounds(form.rate);
  if (!rate) mistakes.push_back({WorkerField::Rate, WorkFault::BadRate});
  worker.rate = rate.value_or(Money());
  const auto mile = trim(form.mile_rate).empty() ? std::optional(Money()) : read_pounds(form.mile_rate);
  if (!mile) mistakes.push_back({WorkerField::MileRate, WorkFault::BadMiles});
  worker.mile_rate = mile.value_or(Money());
  worker.starts = day(form.starts, WorkerField::Starts, WorkFault::BadDays).value_or(Date());
  if (!trim(form.ends).empty()) worker.ends = day(form.ends, WorkerField::Ends, WorkFault::BadDays);
  if (worker.age == WorkerAge::Young) worker.birth = day(form.birth, WorkerField::Birth, WorkFault::NoBirth);
  return worker;
}

}  // namespace

WorkerForm empty_form(Date today) {
  WorkerForm form;
  form.period = std::string(name_of(PayPeriod::FourWeeks));
  form.starts = typed_day(today);
  form.age = std::string(name_of(WorkerAge::From22));
  form.pension = name_of_choice(PensionChoice::ByRule);
  return form;
}

WorkerForm form_of(const Worker& worker) {
  WorkerForm form;
  form.name = worker.name;
  form.rate = typed_pounds(worker.rate);
  form.mile_rate = typed_pounds(worker.mile_rate);
  form.period = std::string(name_of(worker.period));
  form.starts = typed_day(worker.starts);
  if (worker.ends) form.ends = typed_day(*worker.ends);
  form.age = std::string(name_of(worker.age));
  if (worker.birth) form.birth = typed_day(*worker.birth);
  form.apprentice = worker.apprentice == Apprentice::Yes;
  form.with_pay = worker.holiday == HolidayPay::WithPay;
  form.pension = name_of_choice(worker.pension);
  form.allowance = worker.allowance == AllowanceClaim::Yes;
  return form;
}

std::variant<Worker, std::vector<WorkerMistake>> read_form(const WorkerForm& form, Date today) {
  std::vector<WorkerMistake> mistakes;
  Worker worker = read_fields(form, mistakes);
  if (mistakes.empty()) {
    if (const auto fault = check(worker, today)) mistakes.push_back({field_of(*fault), *fault});
  } else if (trim(form.name).empty()) {
    mistakes.insert(mistakes.begin(), {WorkerField::Name, WorkFault::NoName});
  }
  if (!mistakes.empty()) return mistakes;
  return tidied(std::move(worker));
}

}  // namespace alongside::employing
