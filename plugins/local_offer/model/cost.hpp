// CostOption: one price of a service, with HSDS's names. `CostFrom` is the
// one figure a list shows. Read by the screens and by search ("free").
#pragma once

#include "app/base/date.hpp"
#include "app/base/money.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside::local_offer {

struct CostOption {
  std::string option;  // "Session", "Under 5s"
  std::optional<Money> amount;
  std::string amount_description;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(option), CEREAL_NVP(amount), CEREAL_NVP(amount_description), CEREAL_NVP(valid_from),
            CEREAL_NVP(valid_to));
  }
};

enum class CostKind : std::uint8_t { Unknown, Free, OnePrice, From };
constexpr bool is_known(CostKind kind) { return kind <= CostKind::From; }
constexpr std::string_view name_of(CostKind kind) {
  constexpr std::string_view names[] = {"unknown", "free", "one price", "from"};
  return names[static_cast<unsigned>(kind)];
}

struct CostFrom {
  CostKind kind = CostKind::Unknown;
  Money lowest;
  std::string option;  // what it buys, when there is one price
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(lowest), CEREAL_NVP(option));
  }
};

// "£8", "£8.50": pence are written only when there are some.
std::string pounds(Money money);

}  // namespace alongside::local_offer
