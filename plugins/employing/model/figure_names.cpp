#include "plugins/employing/model/figure_names.hpp"

#include <array>

namespace alongside::employing {
namespace {

// In the order of FigureName.
constexpr std::array<FigureWords, figure_count> all_words{{
    {"minimum_wage_21_and_over"},
    {"minimum_wage_18_to_20"},
    {"minimum_wage_16_to_17"},
    {"minimum_wage_apprentice"},
    {"employer_rate", FigureUnit::Percent},
    {"secondary_threshold_week"},
    {"secondary_threshold_four_weeks"},
    {"secondary_threshold_month"},
    {"upper_secondary_threshold_week"},
    {"upper_secondary_threshold_four_weeks"},
    {"upper_secondary_threshold_month"},
    {"employee_rate", FigureUnit::Percent},
    {"employee_upper_rate", FigureUnit::Percent},
    {"employee_reduced_rate", FigureUnit::Percent},
    {"primary_threshold_week"},
    {"primary_threshold_four_weeks"},
    {"primary_threshold_month"},
    {"upper_earnings_limit_week"},
    {"upper_earnings_limit_four_weeks"},
    {"upper_earnings_limit_month"},
    {"employment_allowance_year"},
    {"pension_trigger_week"},
    {"pension_trigger_four_weeks"},
    {"pension_trigger_month"},
    {"pension_lower_week"},
    {"pension_lower_four_weeks"},
    {"pension_lower_month"},
    {"pension_upper_week"},
    {"pension_upper_four_weeks"},
    {"pension_upper_month"},
    {"pension_employer_rate", FigureUnit::Percent},
    {"pension_total_rate", FigureUnit::Percent},
    {"pension_age", FigureUnit::Years},
    {"pension_postpone_months", FigureUnit::Months},
    {"holiday_weeks", FigureUnit::Weeks},
    {"holiday_most_days", FigureUnit::Days},
    {"holiday_irregular_rate", FigureUnit::Percent},
    {"sick_pay_week"},
    {"sick_pay_share", FigureUnit::Percent},
    {"sick_pay_waiting_days", FigureUnit::Days},
    {"sick_pay_least_earnings"},
    {"sick_pay_most_weeks", FigureUnit::Weeks},
    {"mileage_car", FigureUnit::Pence},
    {"mileage_car_after", FigureUnit::Pence},
    {"mileage_car_miles", FigureUnit::Miles},
    {"insurance_year"},
    {"payroll_year"},
}};

}  // namespace

const FigureWords& words_of(FigureName name) { return all_words[static_cast<std::size_t>(name)]; }

std::optional<FigureName> figure_named(std::string_view name) {
  for (std::size_t i = 0; i < all_words.size(); ++i) {
    if (all_words[i].name == name) return static_cast<FigureName>(i);
  }
  return std::nullopt;
}

std::string_view name_of(FigureUnit unit) {
  constexpr std::string_view names[] = {"pounds", "percent", "weeks", "pence", "days", "years", "months", "miles"};
  return names[static_cast<unsigned>(unit)];
}

}  // namespace alongside::employing
