// PayFigures: what the law and the council say about paying somebody, each with its source, its day and whether it has
// been confirmed. Comes from files (api/figures_file.hpp): no figure stands in the program. FigureReader reads those of
// one day and remembers which it gave, so that a screen can say where a result comes from and what is not certain.
#pragma once

#include "app/base/date.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/employing/model/pay_period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside::employing {

// Numbers on the wire: append, never move. Of three that follow each other as Week, FourWeeks and Month, of_period()
// picks one. Their names in files and their units stand in figure_names.cpp.
enum class FigureName : std::uint16_t {
  MinimumWageAdult,  // pence an hour, from 21
  MinimumWage18,
  MinimumWage16,
  MinimumWageApprentice,
  EmployerRate,   // hundredths of a percent
  SecondaryWeek,  // pence; above it the employer pays National Insurance
  SecondaryFourWeeks,
  SecondaryMonth,
  UpperSecondaryWeek,  // the same for under 21s and apprentices under 25
  UpperSecondaryFourWeeks,
  UpperSecondaryMonth,
  EmployeeRate,
  EmployeeUpperRate,
  EmployeeReducedRate,  // of letter B
  PrimaryWeek,          // above it the employee pays
  PrimaryFourWeeks,
  PrimaryMonth,
  UpperEarningsWeek,  // above it the employee pays the upper rate
  UpperEarningsFourWeeks,
  UpperEarningsMonth,
  EmploymentAllowance,  // pence a tax year
  PensionTriggerWeek,   // who earns more is enrolled
  PensionTriggerFourWeeks,
  PensionTriggerMonth,
  PensionLowerWeek,  // contributions are of what is between lower and upper
  PensionLowerFourWeeks,
  PensionLowerMonth,
  PensionUpperWeek,
  PensionUpperFourWeeks,
  PensionUpperMonth,
  PensionEmployerRate,
  PensionTotalRate,
  PensionAge,             // years
  PensionPostponeMonths,  // for at most so long may enrolling wait
  HolidayWeeks,           // hundredths of a week a year
  HolidayMostDays,        // days a year
  HolidayIrregularRate,   // hundredths of a percent of the hours
  SickPayWeek,            // pence
  SickPayShare,           // of average weekly earnings; 10,000: no limit by earnings
  SickPayWaitingDays,
  SickPayLeastEarnings,  // pence a week; 0: none
  SickPayMostWeeks,
  MileageCar,  // pence a mile
  MileageCarAfter,
  MileageCarMiles,  // miles a tax year at the first rate
  InsuranceYear,    // pence: what cover for employers usually costs
  PayrollYear,      // pence: what a payroll service usually costs
};
inline constexpr std::uint16_t figure_count = static_cast<std::uint16_t>(FigureName::PayrollYear) + 1;

constexpr FigureName of_period(FigureName week, PayPeriod period) {
  return static_cast<FigureName>(static_cast<std::uint16_t>(week) + static_cast<std::uint16_t>(period));
}

enum class FigureStatus : std::uint8_t { Confirmed, Unconfirmed };
constexpr bool is_known(FigureStatus status) { return status <= FigureStatus::Unconfirmed; }

struct FigureSource {
  std::string title;
  std::string address;  // may be empty
  Date date;            // on which it said so
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(title), CEREAL_NVP(address), CEREAL_NVP(date));
  }
};

struct Figure {
  std::uint16_t name = 0;  // a FigureName; a newer server may know more of them
  Date from;
  std::int64_t value = 0;
  FigureStatus status = FigureStatus::Confirmed;
  std::uint16_t source = 0;  // index into PayFigures::sources
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(from), CEREAL_NVP(value), CEREAL_NVP(status), CEREAL_NVP(source));
  }
};

struct PayFigures {
  static constexpr wire::SchemaId schema{500, 1};
  std::vector<FigureSource> sources;
  std::vector<Figure> figures;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(sources), CEREAL_NVP(figures), tail);
  }
};

// `own` laid over `of_country`: where both speak of the same day, the council's own figure counts.
PayFigures joined(PayFigures of_country, const PayFigures& own);

class FigureReader {
 public:
  FigureReader(const PayFigures& figures, Date day) : figures_(figures), day_(day) {}

  // The newest that is in force on the day; of two of the same day the later in the list. Empty: nobody has said.
  std::optional<std::int64_t> find(FigureName name);
  // 0 where nobody has said; is_complete() is false from then on.
  std::int64_t read(FigureName name);
  bool is_complete() const { return is_complete_; }
  // What was given, each once.
  const std::vector<const Figure*>& used() const { return used_; }
  bool has_unconfirmed() const;
  const FigureSource* source_of(const Figure& figure) const;
  Date day() const { return day_; }

 private:
  const PayFigures& figures_;
  Date day_;
  bool is_complete_ = true;
  std::vector<const Figure*> used_;
};

}  // namespace alongside::employing
