// SpendQuestion: what a family asked its council before spending, and what the council answered in writing. A document
// of facet Money owned by the payee, kept with the ledger for as long as that is. Answers are added and never changed:
// the last one counts. AskToSpend: the family's change that makes one.
#pragma once

#include "app/base/date.hpp"
#include "app/base/ids.hpp"
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

enum class SpendReply : std::uint8_t { Yes, YesIf, No };
constexpr bool is_known(SpendReply reply) { return reply <= SpendReply::No; }
constexpr std::string_view name_of(SpendReply reply) {
  constexpr std::string_view names[] = {"yes", "yes_if", "no"};
  return names[static_cast<unsigned>(reply)];
}

struct WrittenAnswer {
  Date day;
  std::string officer;
  SpendReply reply = SpendReply::Yes;
  wire::Bilingual words;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(day), CEREAL_NVP(officer), CEREAL_NVP(reply), CEREAL_NVP(words), tail);
  }
};

struct SpendQuestion {
  static constexpr wire::SchemaId schema{206, 1};
  static constexpr std::size_t most_words = 2000;  // bytes of what one of them says at a time
  static constexpr std::size_t most_answers = 20;
  static constexpr std::size_t most_open = 30;  // of one agreement; a faulty program might ask for ever

  DocumentId agreement;
  std::string what;
  std::optional<Money> cost;
  std::string why;  // what it is for; may be empty
  PersonId asked_by;
  Date asked_on;
  Date answer_by;  // when the council means to have answered
  std::vector<WrittenAnswer> answers;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(what), CEREAL_NVP(cost), CEREAL_NVP(why), CEREAL_NVP(asked_by),
            CEREAL_NVP(asked_on), CEREAL_NVP(answer_by), CEREAL_NVP(answers), tail);
  }
  bool is_open() const { return answers.empty(); }
};

struct AskToSpend {
  static constexpr wire::SchemaId schema{217, 1};
  DocumentId id;  // of the question, made by the device
  DocumentId agreement;
  std::string what;
  std::optional<Money> cost;
  std::string why;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(agreement), CEREAL_NVP(what), CEREAL_NVP(cost), CEREAL_NVP(why), tail);
  }
};

}  // namespace alongside::direct_payments
