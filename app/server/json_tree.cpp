#include "app/server/json_tree.hpp"

#include "app/wire/json_writer.hpp"

#include <utility>

namespace alongside::server {

namespace {

JsonValue json_of_kind(JsonKind kind) {
  JsonValue value;
  value.kind = kind;
  return value;
}

// As deep as the tree, which the reader and our own shapes bound.
void write_value(wire::JsonWriter& writer, const JsonValue& value) {
  switch (value.kind) {
    case JsonKind::Null: return writer.null();
    case JsonKind::Boolean: return writer.truth(value.boolean);
    case JsonKind::Integer: return writer.signed_number(value.integer);
    case JsonKind::Real: return writer.fraction(value.real);
    case JsonKind::Text: return writer.text(value.text);
    case JsonKind::Array:
      writer.open('[');
      for (const JsonValue& item : value.items) write_value(writer, item);
      return writer.close(']');
    case JsonKind::Object:
      writer.open('{');
      for (const auto& [name, member] : value.members) {
        writer.key(name);
        write_value(writer, member);
      }
      return writer.close('}');
  }
}

}  // namespace

JsonValue json_words(std::string_view text) {
  JsonValue value = json_of_kind(JsonKind::Text);
  value.text = text;
  return value;
}

JsonValue json_whole(std::int64_t number) {
  JsonValue value = json_of_kind(JsonKind::Integer);
  value.integer = number;
  value.real = static_cast<double>(number);
  return value;
}

JsonValue json_truth(bool truth) {
  JsonValue value = json_of_kind(JsonKind::Boolean);
  value.boolean = truth;
  return value;
}

JsonValue json_object() { return json_of_kind(JsonKind::Object); }
JsonValue json_array() { return json_of_kind(JsonKind::Array); }

void put_member(JsonValue& object, std::string_view name, JsonValue value) {
  for (auto& [known, member] : object.members) {
    if (known != name) continue;
    member = std::move(value);
    return;
  }
  object.members.emplace_back(name, std::move(value));
}

void remove_member(JsonValue& object, std::string_view name) {
  std::erase_if(object.members, [&](const JsonValue::Member& member) { return member.first == name; });
}

bool is_empty(const JsonValue& value) {
  switch (value.kind) {
    case JsonKind::Null: return true;
    case JsonKind::Text: return value.text.empty();
    case JsonKind::Array: return value.items.empty();
    case JsonKind::Object: return value.members.empty();
    default: return false;
  }
}

std::string write_json(const JsonValue& value) {
  std::string out;
  wire::JsonWriter writer(out);
  write_value(writer, value);
  return out;
}

}  // namespace alongside::server
