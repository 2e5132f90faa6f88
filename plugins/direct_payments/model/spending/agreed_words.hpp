// AgreedWords: what is written about one child beside the money: the outcomes of their plan, and what this payment in
// particular may buy. One document of facet Money an agreement, made by the council's file or its verb, owned by the
// payee. Read by the plan, by "May I spend it on this?" and by the screen of what is agreed.
#pragma once

#include "app/base/ids.hpp"
#include "plugins/direct_payments/model/spending/spend_rule.hpp"

#include <cstdint>
#include <vector>

namespace alongside::direct_payments {

// "Riley swims every week and knows the children there." Its number is the council's and stays.
struct PlanOutcome {
  std::uint16_t number = 1;
  wire::Bilingual words;
  wire::Tail tail{};
  bool operator==(const PlanOutcome&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(number), CEREAL_NVP(words), tail);
  }
};

struct AgreedWords {
  static constexpr wire::SchemaId schema{205, 1};
  static constexpr std::size_t most_outcomes = 30;
  static constexpr std::size_t most_rules = 60;

  DocumentId agreement;
  std::vector<PlanOutcome> outcomes;
  std::vector<SpendRule> rules;
  wire::Bilingual source;  // the child's plan, or the letter that says so
  Date source_date;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(outcomes), CEREAL_NVP(rules), CEREAL_NVP(source), CEREAL_NVP(source_date),
            tail);
  }
};

// One document an agreement, so its id follows from the agreement's own random one: one bit turned.
inline DocumentId agreed_words_id(DocumentId agreement) {
  IdBytes bytes = agreement.bytes();
  bytes[5] ^= 0x01;
  return DocumentId(bytes);
}

}  // namespace alongside::direct_payments
