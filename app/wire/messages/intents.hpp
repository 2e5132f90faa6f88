// Intents: what one plugin may hand to whichever plugin takes it, through the host. An intent travels
// in the address ("?intent=…"), so reload, Back and offline work; it holds public things only.
// A plugin says which it takes in plugin.json ("takes": {"short_break.cost": "/money/afford"}).
#pragma once

#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::wire {

enum class CostUnit : std::uint8_t { Once, Hour, Session, Day, Night, Week, Month, Year };
constexpr bool is_known(CostUnit unit) { return unit <= CostUnit::Year; }

// "Can my budget pay for this?"
struct CostIntent {
  static constexpr SchemaId schema{60, 1};
  static constexpr std::string_view name = "short_break.cost";
  std::string service;       // its id, a UUID
  std::string service_name;  // at most 200 letters
  Money amount;              // of one unit; nothing below zero
  CostUnit unit = CostUnit::Once;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(service), CEREAL_NVP(service_name), CEREAL_NVP(amount), CEREAL_NVP(unit), tail);
  }
};

// "How was it?"
struct VisitIntent {
  static constexpr SchemaId schema{61, 1};
  static constexpr std::string_view name = "short_break.visited";
  std::string service;  // may be empty: something that is not in the local offer
  std::string service_name;
  Date day;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(service), CEREAL_NVP(service_name), CEREAL_NVP(day), tail);
  }
};

// "I want to ask for this."
struct AskIntent {
  static constexpr SchemaId schema{62, 1};
  static constexpr std::string_view name = "short_break.ask";
  std::string service;
  std::string service_name;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(service), CEREAL_NVP(service_name), tail);
  }
};

// "Whom do we pay to help, and what does it cost?"
struct WorkersIntent {
  static constexpr SchemaId schema{63, 1};
  static constexpr std::string_view name = "worker.list";
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(tail);
  }
};

}  // namespace alongside::wire
