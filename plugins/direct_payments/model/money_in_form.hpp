// MoneyInForm: money that came in beside the council's payments, or went back to it, as a person is typing it: what
// they paid in themselves, what a club gave back, what was there before this payment began, and what the council got
// back. Kept as a draft exactly as typed; check() turns it into the operation, or says what to put right. Used by the
// screen of money in.
#pragma once

#include "app/base/typed.hpp"
#include "plugins/direct_payments/model/book.hpp"
#include "plugins/direct_payments/model/changes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace alongside::direct_payments {

enum class MoneyInKind : std::uint8_t { Own, Refund, Before, Repaid };
inline constexpr std::size_t money_in_kinds = 4;
constexpr std::string_view name_of(MoneyInKind kind) {
  constexpr std::string_view names[money_in_kinds] = {"own", "refund", "before", "repaid"};
  return names[static_cast<std::size_t>(kind)];
}

// The draft, on this device only. Texts are what stands in the fields; choices are their values.
struct MoneyInForm {
  static constexpr wire::SchemaId schema{234, 1};
  std::string kind = std::string(name_of(MoneyInKind::Own));
  std::string category = "activities";  // of a refund: what had been paid for
  std::string amount;
  std::string day;
  std::string what;  // may be empty
  wire::Tail tail{};
  bool operator==(const MoneyInForm&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(category), CEREAL_NVP(amount), CEREAL_NVP(day), CEREAL_NVP(what), tail);
  }
};

MoneyInKind kind_of(const MoneyInForm& form);  // Own for a kind that nobody knows

enum class MoneyInDay : std::uint8_t { NotADay, Later, TooEarly, TooLate, Sent };
struct MoneyInFaults {
  bool is_amount_wrong = false;
  bool is_text_wrong = false;
  std::optional<MoneyInDay> day;
  bool none() const { return !is_amount_wrong && !is_text_wrong && !day; }
};

// `usual`: the words for it where the person wrote none. What was there before counts from the agreement's first day.
std::variant<RecordTransaction, MoneyInFaults> check(const MoneyInForm& form, std::string_view usual, const Book& book,
                                                     const BookAgreement& of, Date today);

// What has been written down as there before, in pence, and was not taken back: it is asked for once.
std::int64_t written_as_before(const Book& book, DocumentId agreement);

}  // namespace alongside::direct_payments
