// SpendForm: "I spent this" as a person is typing it. Kept as a draft exactly as typed; check() turns it
// into the operation, or says what to put right. Used by the spend screen.
#pragma once

#include "plugins/direct_payments/model/book.hpp"
#include "plugins/direct_payments/model/typed.hpp"

#include <optional>
#include <string>
#include <variant>

namespace alongside::direct_payments {

// The draft, on this device only. Texts are what stands in the fields.
struct SpendForm {
  static constexpr wire::SchemaId schema{220, 1};
  std::string what;
  std::string amount;
  std::string day;
  std::string plan_item;  // an id, or empty: not planned
  std::string category = "activities";
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(what), CEREAL_NVP(amount), CEREAL_NVP(day), CEREAL_NVP(plan_item), CEREAL_NVP(category), tail);
  }
};

enum class WhatFault : std::uint8_t { Empty, TooLong };
enum class DayRule : std::uint8_t { Later, TooEarly, TooLate };  // a real day, but not for this spend

struct SpendFaults {
  std::optional<WhatFault> what;
  std::optional<AmountFault> amount;
  std::variant<std::monostate, DayFault, DayRule> day;
  bool none() const { return !what && !amount && day.index() == 0; }
  bool operator==(const SpendFaults&) const = default;
};

// Puts what a plan item says into the fields that are still empty.
void fill_from(SpendForm& form, const BookPlan& plan);

std::variant<RecordTransaction, SpendFaults> check(const SpendForm& form, const Book& book,
                                                   const BookAgreement& agreement, Date today);

}  // namespace alongside::direct_payments
