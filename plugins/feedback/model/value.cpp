#include "plugins/feedback/model/value.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::feedback {

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
