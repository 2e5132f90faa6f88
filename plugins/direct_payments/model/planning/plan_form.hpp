// PlanForm: a line of the plan as a person is typing it. Kept as a draft exactly as typed; check() turns it into the
// line, or says what to put right. Used by the screen of the whole plan.
#pragma once

#include "app/base/typed.hpp"
#include "app/wire/messages/council.hpp"
#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/plan_pattern.hpp"

#include <optional>
#include <span>
#include <string>
#include <variant>

namespace alongside::direct_payments {

// Texts are what stands in the fields; choices are their values.
struct PlanForm {
  static constexpr wire::SchemaId schema{233, 1};
  std::string name;
  std::string category = "activities";
  std::string cost;
  std::string units = "1";
  std::string every = "once";  // once, week, four_weeks, month
  std::string day;
  std::string until;
  std::string time = "always";  // always, term, holidays
  std::string outcome;          // its number, or empty
  wire::Tail tail{};
  bool operator==(const PlanForm&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(category), CEREAL_NVP(cost), CEREAL_NVP(units), CEREAL_NVP(every),
            CEREAL_NVP(day), CEREAL_NVP(until), CEREAL_NVP(time), CEREAL_NVP(outcome), tail);
  }
};

enum class PlanDayFault : std::uint8_t { NotADay, BeforeAgreement, AfterAgreement, BeforeFirst };
struct PlanFaults {
  bool is_name_wrong = false;
  bool is_cost_wrong = false;
  bool are_units_wrong = false;
  bool is_too_much = false;
  std::optional<PlanDayFault> day;
  std::optional<PlanDayFault> until;
  bool none() const { return !is_name_wrong && !is_cost_wrong && !are_units_wrong && !is_too_much && !day && !until; }
};

// The fields of a line that is there already, and those of one that begins today.
PlanForm form_of(const PlanItem& item);
PlanForm new_form(Date today);

// `before`: the line that is changed, whose service and unit stay; null: a new one. The holidays are the council's of
// today: a line keeps those that it was counted with.
std::variant<PlanItem, PlanFaults> check(const PlanForm& form, DocumentId id, const Agreement& agreement,
                                         std::span<const wire::SchoolHoliday> holidays, const PlanItem* before);

}  // namespace alongside::direct_payments
