#include "plugins/local_offer/api/same_json.hpp"

#include "app/server/json_reader.hpp"

namespace alongside::local_offer {

using server::JsonKind;
using server::JsonValue;

namespace {

bool same_items(const JsonValue& a, const JsonValue& b) {
  if (a.items.size() != b.items.size()) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!same_json(a.items[i], b.items[i])) return false;
  }
  return true;
}

bool same_members(const JsonValue& a, const JsonValue& b) {
  if (a.members.size() != b.members.size()) return false;
  for (const auto& [name, value] : a.members) {
    const JsonValue* other = b.find(name);
    if (other == nullptr || !same_json(value, *other)) return false;
  }
  return true;
}

}  // namespace

// As deep as the JSON reader lets anything be, which is not deep.
bool same_json(const JsonValue& a, const JsonValue& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case JsonKind::Null: return true;
    case JsonKind::Boolean: return a.boolean == b.boolean;
    case JsonKind::Integer: return a.integer == b.integer;
    case JsonKind::Real: return a.real == b.real;
    case JsonKind::Text: return a.text == b.text;
    case JsonKind::Array: return same_items(a, b);
    case JsonKind::Object: return same_members(a, b);
  }
  return false;
}

}  // namespace alongside::local_offer
