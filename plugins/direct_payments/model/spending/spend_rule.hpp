// SpendRule: one thing that a council, or one child's agreement, says about what the money may buy: a verdict, the
// sentence itself, and the things it is about. Written by the council in a file; read by the question "May I spend it
// on this?" on the device and on pages without script.
#pragma once

#include "app/base/date.hpp"
#include "app/base/money.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

enum class SpendVerdict : std::uint8_t { Yes, AskFirst, No, NotSaid };
constexpr bool is_known(SpendVerdict verdict) { return verdict <= SpendVerdict::NotSaid; }
constexpr std::string_view name_of(SpendVerdict verdict) {
  constexpr std::string_view names[] = {"yes", "ask_first", "no", "not_said"};
  return names[static_cast<unsigned>(verdict)];
}

struct SpendRule {
  static constexpr std::size_t most_about = 60;

  SpendVerdict verdict = SpendVerdict::AskFirst;
  wire::Bilingual words;
  std::vector<std::string> about;  // "theme park", "parc thema"; none: the sentence's own words
  std::optional<Money> from;       // it holds for what costs so much or more
  wire::Tail tail{};
  bool operator==(const SpendRule&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(verdict), CEREAL_NVP(words), CEREAL_NVP(about), CEREAL_NVP(from), tail);
  }
};

// What the council says to everybody, with the document that says so.
struct SpendRules {
  static constexpr wire::SchemaId schema{21, 1};
  static constexpr std::size_t most_rules = 180;

  std::vector<SpendRule> rules;
  wire::Bilingual source;
  Date source_date;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(rules), CEREAL_NVP(source), CEREAL_NVP(source_date), tail);
  }
};

}  // namespace alongside::direct_payments
