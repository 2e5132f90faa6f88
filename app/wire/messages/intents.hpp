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

// "What do families say of this?"
struct SaidIntent {
  static constexpr SchemaId schema{66, 1};
  static constexpr std::string_view name = "short_break.said";
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

// "What may I ask for by law, and who is on my side?"
struct RightsIntent {
  static constexpr SchemaId schema{64, 1};
  static constexpr std::string_view name = "rights.help";
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(tail);
  }
};

// "I do not agree with that."
struct ComplainIntent {
  static constexpr SchemaId schema{65, 1};
  static constexpr std::string_view name = "rights.complain";
  std::string about;  // a service's name, at most 200 letters; may be empty
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(about), tail);
  }
};

// "What is there for that?" Whoever makes it writes `words`, `head` and `age` into the query of the address at which it
// is taken, as "q", "head" and "age": a search is its address, for everybody who has it.
struct FindIntent {
  static constexpr SchemaId schema{67, 1};
  static constexpr std::string_view name = "offer.find";
  std::string words;
  std::string head;      // a part of the law's local offer: "adulthood"; may be empty
  std::uint8_t age = 0;  // 0: any
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(words), CEREAL_NVP(head), CEREAL_NVP(age), tail);
  }
};

}  // namespace alongside::wire
