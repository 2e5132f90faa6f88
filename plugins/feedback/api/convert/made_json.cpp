#include "plugins/feedback/api/convert/made_json.hpp"

#include "app/server/log.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <cmath>
#include <utility>

namespace alongside::feedback {
namespace {

using server::JsonKind;
using server::JsonValue;

void write_json(const JsonValue& value, std::size_t depth, std::string& out) {
  const std::string line = "\n" + std::string(depth + 1, ' ');
  const bool is_list = value.is(JsonKind::Array);
  switch (value.kind) {
    case JsonKind::Null: out += "null"; return;
    case JsonKind::Boolean: out += value.boolean ? "true" : "false"; return;
    case JsonKind::Integer:
    case JsonKind::Real: out += text_of_number(value.real); return;
    case JsonKind::Text: out += server::json_text(value.text); return;
    case JsonKind::Array:
    case JsonKind::Object: break;
  }
  bool is_first = true;
  const auto next = [&] {
    if (!std::exchange(is_first, false)) out += ',';
    out += line;
  };
  out += is_list ? '[' : '{';
  for (const JsonValue& item : value.items) {
    next();
    write_json(item, depth + 1, out);
  }
  for (const auto& [name, member] : value.members) {
    next();
    out += server::json_text(name) + ": ";
    write_json(member, depth + 1, out);
  }
  if (!is_first) out += line.substr(0, depth + 1);
  out += is_list ? ']' : '}';
}

}  // namespace

JsonValue made_text(std::string_view text) {
  JsonValue value;
  value.kind = JsonKind::Text;
  value.text = text;
  return value;
}

JsonValue made_number(double number) {
  JsonValue value;
  const bool is_whole = std::trunc(number) == number && std::abs(number) < 1e15;
  value.kind = is_whole ? JsonKind::Integer : JsonKind::Real;
  value.integer = is_whole ? static_cast<std::int64_t>(number) : 0;
  value.real = number;
  return value;
}

JsonValue made_truth(bool truth) {
  JsonValue value;
  value.kind = JsonKind::Boolean;
  value.boolean = truth;
  return value;
}

JsonValue made_list() {
  JsonValue value;
  value.kind = JsonKind::Array;
  return value;
}

JsonValue made_object() {
  JsonValue value;
  value.kind = JsonKind::Object;
  return value;
}

JsonValue made_words(const wire::Bilingual& words) {
  if (words.cy.empty() || words.en.empty()) return made_text(words.en.empty() ? words.cy : words.en);
  JsonValue both = made_object();
  put(both, "default", made_text(words.en));
  put(both, "cy", made_text(words.cy));
  return both;
}

void put(JsonValue& object, std::string_view key, JsonValue value) {
  object.members.emplace_back(std::string(key), std::move(value));
}

void put_words(JsonValue& object, std::string_view key, const wire::Bilingual& words) {
  if (!words.en.empty() || !words.cy.empty()) put(object, key, made_words(words));
}

void put_text(JsonValue& object, std::string_view key, std::string_view text) {
  if (!text.empty()) put(object, key, made_text(text));
}

std::string written_json(const JsonValue& value) {
  std::string out;
  write_json(value, 0, out);
  return out + "\n";
}

}  // namespace alongside::feedback
