// SpendForm: "I spent this" as a person is typing it. Kept as a draft exactly as typed; check() turns it
// into the operation, or says what to put right. Used by the spend screen.
#pragma once

#include "app/base/typed.hpp"
#include "plugins/direct_payments/model/book.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace alongside::direct_payments {

// A photo of the receipt: kept by the device under its id, named as the person's own file is.
struct ReceiptNote {
  using NeverGrows = void;
  DocumentId id;
  std::string name;
  bool operator==(const ReceiptNote&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(name));
  }
};

// The draft, on this device only. Texts are what stands in the fields.
struct SpendForm {
  static constexpr wire::SchemaId schema{220, 1};
  std::string what;
  std::string amount;
  std::string day;
  std::string plan_item;  // an id, or empty: not planned
  std::string category = "activities";
  std::vector<ReceiptNote> receipts;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(what), CEREAL_NVP(amount), CEREAL_NVP(day), CEREAL_NVP(plan_item), CEREAL_NVP(category),
            wire::appended(CEREAL_NVP(receipts)), tail);
  }
};

enum class WhatFault : std::uint8_t { Empty, TooLong };
enum class DayRule : std::uint8_t { Later, TooEarly, TooLate, Sent };  // a real day, but not for this spend

struct SpendFaults {
  std::optional<WhatFault> what;
  std::optional<AmountFault> amount;
  std::variant<std::monostate, DayFault, DayRule> day;
  bool none() const { return !what && !amount && day.index() == 0; }
  bool operator==(const SpendFaults&) const = default;
};

// Puts what a plan item says into the fields that are still empty.
void fill_from(SpendForm& form, const BookPlan& plan);

// The same payment on another day, with the day on which it really was beside its words. Used when the return of that
// day was sent meanwhile.
RecordTransaction moved_to(RecordTransaction record, Date day);

std::variant<RecordTransaction, SpendFaults> check(const SpendForm& form, const Book& book,
                                                   const BookAgreement& agreement, Date today);

}  // namespace alongside::direct_payments
