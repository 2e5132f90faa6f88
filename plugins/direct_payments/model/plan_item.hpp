// PlanItem: something the family means to pay for: three Saturdays at a club, or a club every week in term time. A
// document of facet Plan; changed and removed by anyone who may change the plan, if they saw its latest version. On
// which days it falls: model/plan_days.hpp.
#pragma once

#include "app/base/ids.hpp"
#include "app/wire/messages/intents.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/direct_payments/model/account.hpp"
#include "plugins/direct_payments/model/transaction.hpp"

#include <cstdint>
#include <string>

namespace alongside::direct_payments {

// Whether it is meant for one day, or for any day of the period in which that day lies.
enum class PlannedFor : std::uint8_t { Day, Period };
constexpr bool is_known(PlannedFor planned) { return planned <= PlannedFor::Period; }

struct PlanItem {
  static constexpr wire::SchemaId schema{202, 1};
  static constexpr std::uint32_t most_units = 366;

  DocumentId agreement;
  PlannedFor planned_for = PlannedFor::Period;
  Date day;
  ServiceId service;  // nil: not in the local offer
  std::string name;
  Account category = Account::Activities;
  Money unit_cost;
  wire::CostUnit unit = wire::CostUnit::Once;
  std::uint32_t units = 1;  // each time
  std::string pattern;      // how it comes again and what it is for: model/plan_pattern.hpp; empty: once, for nothing
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(planned_for), CEREAL_NVP(day), CEREAL_NVP(service), CEREAL_NVP(name),
            CEREAL_NVP(category), CEREAL_NVP(unit_cost), CEREAL_NVP(unit), CEREAL_NVP(units),
            wire::appended(CEREAL_NVP(pattern)), tail);
  }
  std::int64_t pence_each_time() const { return unit_cost.pence() * units; }
};

}  // namespace alongside::direct_payments
