// Pattern: a regular expression as JavaScript has it, for validators: a backtracking engine of our own with
// a budget of steps, so that a pattern which a council's file brings along blows up on nobody's device.
// It knows . [] () (?:) (?=) (?!) | * + ? {n,m} and their lazy forms, ^ $ \b \B \d \w \s, back references, and
// \x, \u and control escapes; what it does not know (look-behind, names, flags) is refused with its place.
#pragma once

#include "app/wire/types.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace alongside::feedback {

enum class LetterCase : bool { Counts, Ignored };

struct PatternFault {
  std::size_t at = 0;  // UTF-16 unit
  std::string what;
};

// What is done at one step. Places to go on at are counted from the step itself, so that steps can be copied.
struct PatternStep {
  enum class Op : std::uint8_t {
    Letter,  // `value`
    Any,     // all but the ends of lines
    OneOf,   // set `value`
    Start,
    End,
    WordEdge,
    NoWordEdge,
    Save,      // the place, in `value`
    Forget,    // what was saved from `value` to `other`
    Try,       // go on at `value`, and if that fails at `other`
    Go,        // to `value`
    MustMove,  // fail if this is where `value` was saved
    Again,     // the words of group `value`
    Ahead,     // if what follows stands here; then go on at `value`
    NotAhead,
    Done,
  };
  Op op = Op::Done;
  std::int32_t value = 0;
  std::int32_t other = 0;

  using NeverGrows = void;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(op), CEREAL_NVP(value), CEREAL_NVP(other));
  }
};
constexpr bool is_known(PatternStep::Op op) { return op <= PatternStep::Op::Done; }

// Letters and ranges of them between [ and ].
struct PatternSet {
  struct Range {
    std::uint16_t from;
    std::uint16_t to;

    using NeverGrows = void;
    template <class Archive>
    void serialize(Archive& archive) {
      archive(CEREAL_NVP(from), CEREAL_NVP(to));
    }
  };
  std::vector<Range> ranges;
  bool is_negated = false;

  using NeverGrows = void;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(ranges), CEREAL_NVP(is_negated));
  }
};

class Pattern {
 public:
  static constexpr std::size_t most_bytes = 2000;
  static constexpr std::size_t most_steps = 20000;
  static std::variant<Pattern, PatternFault> parse(std::string_view text, LetterCase letter_case);

  enum class Found : std::uint8_t { No, Yes, TooLong };  // TooLong: the budget ran out, and nobody knows
  // Whether it stands anywhere in the text.
  Found find_in(std::string_view text) const;

  // Whether it can be run: one that came from elsewhere may be anything.
  bool is_whole() const;

  std::vector<PatternStep> steps;
  std::vector<PatternSet> sets;
  std::int32_t places = 2;  // that steps save into; the first two of each group
  LetterCase letter_case = LetterCase::Counts;

  template <class Archive>
  void serialize(Archive& archive) {
    bool ignores_case = letter_case == LetterCase::Ignored;
    archive(CEREAL_NVP(steps), CEREAL_NVP(sets), CEREAL_NVP(places), CEREAL_NVP(ignores_case));
    letter_case = ignores_case ? LetterCase::Ignored : LetterCase::Counts;
  }
};

// JavaScript's own units of text.
std::vector<std::uint16_t> script_units(std::string_view text);
// The letter that stands for it and its capital.
std::uint16_t folded(std::uint16_t unit);

}  // namespace alongside::feedback
