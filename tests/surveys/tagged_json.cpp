#include "tests/surveys/tagged_json.hpp"

#include "app/server/json_reader.hpp"
#include "app/server/log.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace alongside::testing {
namespace {

using feedback::Value;
using feedback::ValueKind;
using server::json_text;

std::string number_json(double number) {
  if (std::isfinite(number)) return feedback::text_of_number(number);
  return json_text("$" + feedback::text_of_number(number));
}

std::string list_json(const Value& list) {
  std::string out = "[";
  for (const Value& item : list.items) {
    if (out.size() > 1) out += ',';
    out += tagged_json(item);
  }
  return out + "]";
}

std::string map_json(const Value& map) {
  std::vector<std::string> members;
  for (std::size_t i = 0; i < map.entries(); ++i) {
    members.push_back(json_text(map.names[i]) + ":" + tagged_json(map.items[i]));
  }
  std::ranges::sort(members);
  std::string out = "{";
  for (const std::string& member : members) out += (out.size() > 1 ? "," : "") + member;
  return out + "}";
}

}  // namespace

std::string tagged_json(const Value& value) {
  switch (value.kind) {
    case ValueKind::None: return "\"$undefined\"";
    case ValueKind::Null: return "null";
    case ValueKind::Text: return json_text(value.text);
    case ValueKind::Number: return number_json(value.number);
    case ValueKind::Truth: return value.truth ? "true" : "false";
    case ValueKind::List: return list_json(value);
    case ValueKind::Map: return map_json(value);
    case ValueKind::Moment: return json_text("$date " + feedback::text_of_number(value.number));
  }
  return {};
}

}  // namespace alongside::testing
