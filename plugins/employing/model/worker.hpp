// Worker: somebody whom the family pays to help, a personal assistant. A document of facet Workers that the adult owns
// who employs them. Only what pay depends on is kept: a birth date only of somebody under 22 and of an apprentice under
// 25, since the minimum wage, National Insurance and pensions change on those birthdays.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/employing/model/national_insurance.hpp"
#include "plugins/employing/model/pension.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace alongside::employing {

enum class WorkerAge : std::uint8_t { From22, Young, PensionAge };
constexpr bool is_known(WorkerAge age) { return age <= WorkerAge::PensionAge; }
constexpr std::string_view name_of(WorkerAge age) {
  constexpr std::string_view names[] = {"from_22", "young", "pension_age"};
  return names[static_cast<unsigned>(age)];
}

// How holiday is paid: with every pay (irregular hours or part of the year only), or when it is taken.
enum class HolidayPay : std::uint8_t { WhenTaken, WithPay };
constexpr bool is_known(HolidayPay pay) { return pay <= HolidayPay::WithPay; }

enum class PensionChoice : std::uint8_t { ByRule, Joined, LeftOut };
constexpr bool is_known(PensionChoice choice) { return choice <= PensionChoice::LeftOut; }

// Whether the Employment Allowance pays the employer's National Insurance.
enum class AllowanceClaim : std::uint8_t { No, Yes };
constexpr bool is_known(AllowanceClaim claim) { return claim <= AllowanceClaim::Yes; }

enum class Apprentice : std::uint8_t { No, Yes };
constexpr bool is_known(Apprentice apprentice) { return apprentice <= Apprentice::Yes; }

struct Worker {
  static constexpr wire::SchemaId schema{501, 1};
  static constexpr std::size_t most_name = 120;        // bytes
  static constexpr std::int64_t most_rate = 20'000;    // pence an hour
  static constexpr std::int64_t most_mile_rate = 200;  // pence

  std::string name;
  WorkerAge age = WorkerAge::From22;
  std::optional<Date> birth;  // of somebody young only
  Apprentice apprentice = Apprentice::No;
  Money rate;  // an hour
  PayPeriod period = PayPeriod::FourWeeks;
  Date starts;  // the first day of work; pay periods are counted from it
  HolidayPay holiday = HolidayPay::WhenTaken;
  PensionChoice pension = PensionChoice::ByRule;
  AllowanceClaim allowance = AllowanceClaim::No;
  Money mile_rate;
  std::optional<Date> ends;  // the last day of work
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(age), CEREAL_NVP(birth), CEREAL_NVP(apprentice), CEREAL_NVP(rate),
            CEREAL_NVP(period), CEREAL_NVP(starts), CEREAL_NVP(holiday), CEREAL_NVP(pension), CEREAL_NVP(allowance),
            CEREAL_NVP(mile_rate), CEREAL_NVP(ends), tail);
  }
};

// On the day of the figures, which say from which age somebody has to be enrolled in a pension.
AgeGroup age_group(FigureReader& figures, const Worker& worker);
// The letter that HMRC's rules give; the payroll service may know more.
NicLetter usual_letter(const Worker& worker, Date payday);
// The least an hour may be paid in a pay period that begins on `first`: a rise or a birthday counts from the first
// period that begins on or after it. Empty when no figure is known, or nobody under 16 has a minimum.
std::optional<std::int64_t> minimum_wage(FigureReader& figures, const Worker& worker, Date first);

}  // namespace alongside::employing
