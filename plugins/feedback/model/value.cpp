#include "plugins/feedback/model/value.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::feedback {
namespace {

Value of_kind(ValueKind kind, bool truth = false) {
  Value value;
  value.kind = kind;
  value.truth = truth;
  return value;
}

const struct Known {
  Value nothing;
  Value null = of_kind(ValueKind::Null);
  Value no_items = of_kind(ValueKind::List);
  Value truths[2] = {of_kind(ValueKind::Truth), of_kind(ValueKind::Truth, true)};
} known;

}  // namespace

const Value& Value::nothing() { return known.nothing; }
const Value& Value::null() { return known.null; }
const Value& Value::no_items() { return known.no_items; }
const Value& Value::truth_of(bool truth) { return known.truths[truth ? 1 : 0]; }

void Value::set(std::string_view name, Value value) {
  for (std::size_t i = 0; i < entries(); ++i) {
    if (names[i] != name) continue;
    items[i] = std::move(value);
    return;
  }
  names.emplace_back(name);
  items.push_back(std::move(value));
}

const Value* Value::find(std::string_view name) const {
  for (std::size_t i = 0; i < entries(); ++i) {
    if (names[i] == name) return &items[i];
  }
  return nullptr;
}

bool Value::is_empty() const {
  switch (kind) {
    case ValueKind::None:
    case ValueKind::Null: return true;
    case ValueKind::Text: return text.empty();
    case ValueKind::Number: return std::isnan(number);
    case ValueKind::List: return items.empty();
    case ValueKind::Map: return std::ranges::all_of(items, &Value::is_empty);
    case ValueKind::Truth:
    case ValueKind::Moment: break;
  }
  return false;
}

}  // namespace alongside::feedback
