// Return: what a family tells its council about one period of a direct payment, and all that became of it. One document
// of facet Money a period, whose id follows from the agreement and the period, so that two people cannot send it
// twice. While it is with the council its period is closed; opened again, it is sent as its next edition, and the
// earlier ones stay. Made and changed by returns/changes.hpp and by the council's verbs; read by both sides.
#pragma once

#include "app/base/date.hpp"
#include "app/base/ids.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/direct_payments/model/account.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::direct_payments {

enum class ReturnState : std::uint8_t { Sent, Question, Accepted, Reopened };
constexpr bool is_known(ReturnState state) { return state <= ReturnState::Reopened; }
constexpr std::string_view name_of(ReturnState state) {
  constexpr std::string_view names[] = {"sent", "question", "accepted", "reopened"};
  return names[static_cast<unsigned>(state)];
}
// Whether the period is closed: nothing dated in it may be added, taken back or changed.
constexpr bool is_closed(ReturnState state) { return state != ReturnState::Reopened; }

// One line of the plan against what was spent on it; without a plan item, what was spent unplanned in a category.
struct ReturnLine {
  using NeverGrows = void;
  DocumentId plan_item;
  std::string name;
  Account category = Account::OtherSpending;
  Money planned;
  Money spent;
  bool operator==(const ReturnLine&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(plan_item), CEREAL_NVP(name), CEREAL_NVP(category), CEREAL_NVP(planned), CEREAL_NVP(spent));
  }
};

// opening + from_council + contribution + brought_in − spent − repaid = closing, to the penny.
struct ReturnFigures {
  Money opening;
  Money from_council;
  Money contribution;  // the family's own
  Money brought_in;    // what was in the account before this ledger began
  Money spent;
  Money repaid;  // to the council
  Money closing;
  std::uint32_t payments = 0;  // transactions of the period, those that take another back too
  std::vector<ReturnLine> lines;
  wire::Tail tail{};
  bool operator==(const ReturnFigures&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(opening), CEREAL_NVP(from_council), CEREAL_NVP(contribution), CEREAL_NVP(brought_in),
            CEREAL_NVP(spent), CEREAL_NVP(repaid), CEREAL_NVP(closing), CEREAL_NVP(payments), CEREAL_NVP(lines), tail);
  }
};

// What the bank's statement says, as the family read it: the days it covers and what was there at the end of them.
struct StatementNote {
  Date first;
  Date last;
  Money closing;
  std::vector<DocumentId> files;  // ids of attachments, made by the device
  wire::Tail tail{};
  bool operator==(const StatementNote&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(first), CEREAL_NVP(last), CEREAL_NVP(closing), CEREAL_NVP(files), tail);
  }
};

// The return as it was sent once. Never changed afterwards.
struct ReturnEdition {
  std::uint16_t number = 1;
  Date day;
  PersonId by;
  ReturnFigures figures;
  std::uint32_t without_receipt = 0;  // spends for which the council asks a receipt and has none
  std::optional<StatementNote> statement;
  std::string note;             // what is missing and why, in the family's words; may be empty
  wire::Bilingual declaration;  // what was declared, as the council had it then
  Date rules_date;              // of the rules that were asked; Date{} when the council has none
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(number), CEREAL_NVP(day), CEREAL_NVP(by), CEREAL_NVP(figures), CEREAL_NVP(without_receipt),
            CEREAL_NVP(statement), CEREAL_NVP(note), CEREAL_NVP(declaration), CEREAL_NVP(rules_date), tail);
  }
};

// One thing that happened, in order. A person of the family, or an officer of the council by name.
struct ReturnStep {
  Date day;
  PersonId person;  // nil: the council
  std::string officer;
  ReturnState state = ReturnState::Sent;  // from then on
  wire::Bilingual words;                  // a family's stand in en, in whatever language they wrote
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(day), CEREAL_NVP(person), CEREAL_NVP(officer), CEREAL_NVP(state), CEREAL_NVP(words), tail);
  }
};

struct Return {
  static constexpr wire::SchemaId schema{203, 1};
  static constexpr std::size_t most_words = 4000;  // bytes of what one of them says at a time
  static constexpr std::size_t most_lines = 400;
  static constexpr std::size_t most_editions = 20;
  static constexpr std::size_t most_steps = 200;

  DocumentId agreement;
  Date first;
  Date last;
  ReturnState state = ReturnState::Sent;
  std::vector<ReturnEdition> editions;  // the last is the one that counts; never empty
  std::vector<ReturnStep> steps;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(agreement), CEREAL_NVP(first), CEREAL_NVP(last), CEREAL_NVP(state), CEREAL_NVP(editions),
            CEREAL_NVP(steps), tail);
  }
};

}  // namespace alongside::direct_payments
