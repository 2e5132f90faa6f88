// Value: one answer, or what an expression makes of answers: nothing, words, a number, yes or no, a list,
// or a map of names to values (a row of a table, a panel). Answers: what somebody has said so far, by the
// name of the question.
#pragma once

#include "app/wire/types.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::feedback {

// Null and Moment exist only while an expression is evaluated: they never travel. JavaScript tells apart
// what is not there (None) from what is there and is nothing (Null), and so must we.
enum class ValueKind : std::uint8_t { None, Text, Number, Truth, List, Map, Null, Moment };
constexpr bool is_known(ValueKind kind) { return kind <= ValueKind::Map; }
constexpr std::string_view name_of(ValueKind kind) {
  constexpr std::string_view names[] = {"none", "text", "number", "truth", "list", "map", "null", "moment"};
  return names[static_cast<unsigned>(kind)];
}

struct Value {
  ValueKind kind = ValueKind::None;
  bool truth = false;              // of Truth
  std::string text;                // of Text
  double number = 0;               // of Number; of Moment: milliseconds since 1970 on the clock on the wall
  std::vector<Value> items;        // of List and Map
  std::vector<std::string> names;  // of Map: of each item

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
  static Value of_truth(bool truth) { return truth_of(truth); }
  static Value of_list(std::vector<Value> items) {
    Value value;
    value.kind = ValueKind::List;
    value.items = std::move(items);
    return value;
  }

  static Value of_null() { return null(); }
  // To look at where a value is wanted that lies somewhere.
  static const Value& nothing();
  static const Value& null();
  static const Value& no_items();  // a list without any
  static const Value& truth_of(bool truth);
  static Value of_moment(double milliseconds) {
    Value value = of_number(milliseconds);
    value.kind = ValueKind::Moment;
    return value;
  }
  static Value of_map() {
    Value value;
    value.kind = ValueKind::Map;
    return value;
  }
  // Of a Map: a later value of the same name takes the earlier one's place.
  void set(std::string_view name, Value value);
  // Of a Map: the item of exactly that name, or null.
  const Value* find(std::string_view name) const;
  // Names that have an item; a map from outside may lack some.
  std::size_t entries() const { return names.size() < items.size() ? names.size() : items.size(); }

  // Nothing, no words at all, an empty list, or a map of such; nought and "no" are answers.
  bool is_empty() const;
  bool operator==(const Value&) const = default;  // exactly

  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind));
    switch (kind) {
      case ValueKind::None: break;
      case ValueKind::Text: archive(CEREAL_NVP(text)); break;
      case ValueKind::Number: archive(CEREAL_NVP(number)); break;
      case ValueKind::Truth: archive(CEREAL_NVP(truth)); break;
      case ValueKind::List: archive(CEREAL_NVP(items)); break;
      case ValueKind::Map: archive(CEREAL_NVP(names), CEREAL_NVP(items)); break;
      case ValueKind::Null:
      case ValueKind::Moment: break;
    }
  }
};

using Answers = std::map<std::string, Value>;

}  // namespace alongside::feedback
