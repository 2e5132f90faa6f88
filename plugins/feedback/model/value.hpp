// Value: one answer, or one literal of a condition: nothing, words, a number, yes or no, or a list of
// these. Answers: what somebody has said so far, by the name of the question.
#pragma once

#include "app/wire/types.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::feedback {

enum class ValueKind : std::uint8_t { None, Text, Number, Truth, List };
constexpr bool is_known(ValueKind kind) { return kind <= ValueKind::List; }
constexpr std::string_view name_of(ValueKind kind) {
  constexpr std::string_view names[] = {"none", "text", "number", "truth", "list"};
  return names[static_cast<unsigned>(kind)];
}

struct Value {
  ValueKind kind = ValueKind::None;
  std::string text;          // of Text
  double number = 0;         // of Number
  bool truth = false;        // of Truth
  std::vector<Value> items;  // of List

  static Value of_text(std::string_view text) {
    Value value;
    value.kind = ValueKind::Text;
    value.text = text;
    return value;
  }
  static Value of_number(double number) {
    Value value;
    value.kind = ValueKind::Number;
    value.number = number;
    return value;
  }
  static Value of_truth(bool truth) {
    Value value;
    value.kind = ValueKind::Truth;
    value.truth = truth;
    return value;
  }
  static Value of_list(std::vector<Value> items) {
    Value value;
    value.kind = ValueKind::List;
    value.items = std::move(items);
    return value;
  }

  // Nothing, no words at all, or an empty list; nought and "no" are answers.
  bool is_empty() const {
    return kind == ValueKind::None || (kind == ValueKind::Text && text.empty()) ||
           (kind == ValueKind::List && items.empty());
  }
  bool operator==(const Value&) const = default;

  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind));
    switch (kind) {
      case ValueKind::None: break;
      case ValueKind::Text: archive(CEREAL_NVP(text)); break;
      case ValueKind::Number: archive(CEREAL_NVP(number)); break;
      case ValueKind::Truth: archive(CEREAL_NVP(truth)); break;
      case ValueKind::List: archive(CEREAL_NVP(items)); break;
    }
  }
};

using Answers = std::map<std::string, Value>;

}  // namespace alongside::feedback
