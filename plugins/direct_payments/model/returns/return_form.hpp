// ReturnForm: a return as somebody goes through its steps. Kept as a draft exactly as typed; statement_of() reads the
// bank's part of it, or says what to put right. Used by the screen of one return.
#pragma once

#include "plugins/direct_payments/model/returns/changes.hpp"
#include "plugins/direct_payments/model/returns/return_period.hpp"
#include "plugins/direct_payments/model/spend_form.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace alongside::direct_payments {

enum class ReturnPart : std::uint8_t { Asks, Numbers, Papers, Missing, Declaration };
constexpr bool is_known(ReturnPart part) { return part <= ReturnPart::Declaration; }
inline constexpr int return_parts = 5;

// The draft, on this device only. Texts are what stands in the fields.
struct ReturnForm {
  static constexpr wire::SchemaId schema{222, 1};
  ReturnPart part = ReturnPart::Asks;
  std::string first;  // days that the bank's statement covers
  std::string last;
  std::string closing;
  std::vector<ReceiptNote> files;
  std::string note;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(part), CEREAL_NVP(first), CEREAL_NVP(last), CEREAL_NVP(closing), CEREAL_NVP(files),
            CEREAL_NVP(note), tail);
  }
};

struct StatementFaults {
  std::optional<DayFault> first;
  std::optional<DayFault> last;
  std::optional<AmountFault> closing;
  bool is_turned = false;  // its last day is before its first
  bool none() const { return !first && !last && !closing && !is_turned; }
};

// Nothing when no closing balance was typed and no file chosen: then there is no statement. The days of `period` where
// none was typed. Its files are for the caller to add.
std::variant<std::optional<StatementNote>, StatementFaults> statement_of(const ReturnForm& form, SentPeriod period);

}  // namespace alongside::direct_payments
