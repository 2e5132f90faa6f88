#include "plugins/employing/model/worker.hpp"

namespace alongside::employing {

namespace {
bool has_birthdays(const Worker& worker) { return worker.age == WorkerAge::Young && worker.birth.has_value(); }
}  // namespace

AgeGroup age_group(FigureReader& figures, const Worker& worker) {
  if (worker.age == WorkerAge::PensionAge) return AgeGroup::PensionAge;
  if (!has_birthdays(worker)) return AgeGroup::Working;
  const int age = age_on(*worker.birth, figures.day());
  if (age < 16) return AgeGroup::Under16;
  return age < figures.read(FigureName::PensionAge) ? AgeGroup::TooYoung : AgeGroup::Working;
}

NicLetter usual_letter(const Worker& worker, Date payday) {
  if (worker.age == WorkerAge::PensionAge) return NicLetter::C;
  if (!has_birthdays(worker)) return NicLetter::A;
  const int age = age_on(*worker.birth, payday);
  if (age < 16) return NicLetter::X;
  if (worker.apprentice == Apprentice::Yes && age < 25) return NicLetter::H;
  return age < 21 ? NicLetter::M : NicLetter::A;
}

std::optional<std::int64_t> minimum_wage(FigureReader& figures, const Worker& worker, Date first) {
  if (!has_birthdays(worker)) return figures.find(FigureName::MinimumWageAdult);
  const int age = age_on(*worker.birth, first);
  if (age < 16) return std::nullopt;
  // From 19 an apprentice has this rate in the first year only, which the contract says and we do not know.
  if (worker.apprentice == Apprentice::Yes && age < 19) return figures.find(FigureName::MinimumWageApprentice);
  if (age >= 21) return figures.find(FigureName::MinimumWageAdult);
  return figures.find(age >= 18 ? FigureName::MinimumWage18 : FigureName::MinimumWage16);
}

}  // namespace alongside::employing
