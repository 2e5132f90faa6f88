// FormChoiceSet: what can be chosen in a question, and when. Made by read_choice_set out of a council's file; followed
// while somebody answers by FormChoices (form_choices.hpp).
#pragma once

#include "plugins/feedback/model/expression.hpp"
#include "plugins/feedback/model/form_wire.hpp"
#include "plugins/feedback/model/value.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace alongside::feedback {

struct FormChoice {
  Value value;
  // Its own conditions come before those of the whole set. What always stands below ("None of these") has neither.
  std::optional<Expression> visible_if;
  std::optional<Expression> enable_if;
  bool is_always_there = false;
  using NeverGrows = void;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(value), CEREAL_NVP(visible_if), CEREAL_NVP(enable_if), CEREAL_NVP(is_always_there));
  }
};

// Remembered: what cannot be chosen any more is chosen again when it can be.
enum class Choosing : std::uint8_t { One, Several, SeveralRemembered };
constexpr bool is_known(Choosing choosing) { return choosing <= Choosing::SeveralRemembered; }

struct FormChoiceSet {
  std::vector<FormChoice> choices;
  std::optional<Expression> visible_if;  // of each that has none of its own
  std::optional<Expression> enable_if;
  Choosing choosing = Choosing::One;
  bool has_other = false;              // somebody may write what is not among them
  bool keeps_unknown = false;          // an answer that is no choice stays
  bool hides_without_choices = false;  // the question, when there is nothing to choose
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(choices), CEREAL_NVP(visible_if), CEREAL_NVP(enable_if), CEREAL_NVP(choosing),
            CEREAL_NVP(has_other), CEREAL_NVP(keeps_unknown), CEREAL_NVP(hides_without_choices), tail);
  }
};

}  // namespace alongside::feedback
