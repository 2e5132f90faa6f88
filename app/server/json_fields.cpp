#include "app/server/json_fields.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace alongside::server {

namespace {

constexpr std::size_t most_mistakes = 100;

const std::vector<JsonValue>& nothing() {
  static const std::vector<JsonValue> empty;
  return empty;
}

std::string written(double number) {
  const auto whole = static_cast<std::int64_t>(number);
  return static_cast<double>(whole) == number ? std::to_string(whole) : std::to_string(number);
}

std::string range_sentence(std::string_view kind, NumberRule rule) {
  return "write " + std::string(kind) + " from " + written(rule.least) + " to " + written(rule.most);
}

}  // namespace

void JsonMistakes::add(std::string path, std::string_view what_to_write) {
  if (lines_.size() >= most_mistakes) return;
  // A name may have any character in it, and a mistake is read in a terminal.
  lines_.push_back(clean_text(std::move(path) + ": " + std::string(what_to_write)));
}

std::string JsonMistakes::report() const {
  std::string report;
  for (const std::string& line : lines_) report += (report.empty() ? "" : "\n") + line;
  return report;
}

JsonFields::JsonFields(const JsonValue& value, std::string path, JsonMistakes& mistakes)
    : value_(&value), path_(std::move(path)), mistakes_(&mistakes) {
  if (!value.is(JsonKind::Object) && !path_.empty()) mistakes_->add(path_, "write an object in { }");
  if (!value.is(JsonKind::Object) && path_.empty()) mistakes_->add("the file", "write one object in { }");
}

std::string JsonFields::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void JsonFields::mistake(std::string_view key, std::string_view what_to_write) {
  mistakes_->add(path_of(key), what_to_write);
}

const JsonValue* JsonFields::take(std::string_view key) {
  taken_.push_back(key);
  return value_->find(key);
}

const JsonValue* JsonFields::optional(std::string_view key) { return take(key); }

std::string JsonFields::text(std::string_view key, TextRule rule) {
  const JsonValue* value = take(key);
  const bool good = value != nullptr && value->is(JsonKind::Text) && !trim(value->text).empty() &&
                    value->text.size() <= rule.most_bytes && is_text(value->text);
  if (good) return value->text;
  // An object that is missing altogether was noted once; its fields need not be.
  if (value_->is(JsonKind::Object)) mistake(key, rule.what_to_write);
  return {};
}

std::string JsonFields::optional_text(std::string_view key, TextRule rule) {
  const JsonValue* value = value_->find(key);
  if (value == nullptr || value->is(JsonKind::Null)) {
    taken_.push_back(key);
    return {};
  }
  return text(key, rule);
}

std::int64_t JsonFields::integer(std::string_view key, NumberRule rule) {
  const JsonValue* value = take(key);
  if (value != nullptr && value->is(JsonKind::Integer) && value->real >= rule.least && value->real <= rule.most) {
    return value->integer;
  }
  if (value_->is(JsonKind::Object)) mistake(key, range_sentence("a whole number", rule));
  return 0;
}

double JsonFields::number(std::string_view key, NumberRule rule) {
  const JsonValue* value = take(key);
  if (value != nullptr && value->is_number() && value->real >= rule.least && value->real <= rule.most) {
    return value->real;
  }
  if (value_->is(JsonKind::Object)) mistake(key, range_sentence("a number", rule));
  return 0;
}

JsonFields JsonFields::object(std::string_view key) {
  static const JsonValue missing;
  const JsonValue* value = take(key);
  return JsonFields(value != nullptr ? *value : missing, path_of(key), *mistakes_);
}

const std::vector<JsonValue>& JsonFields::array(std::string_view key, std::size_t least, std::size_t most) {
  const JsonValue* value = take(key);
  if (value != nullptr && value->is(JsonKind::Array) && value->items.size() >= least && value->items.size() <= most) {
    return value->items;
  }
  if (value_->is(JsonKind::Object)) {
    const NumberRule rule{static_cast<double>(least), static_cast<double>(most)};
    mistake(key, range_sentence("a list in [ ] with a number of items", rule));
  }
  return nothing();
}

void JsonFields::finish() {
  for (const auto& [key, value] : value_->members) {
    if (std::find(taken_.begin(), taken_.end(), key) == taken_.end()) {
      mistake(key, "this key is not known: check its spelling or take it out");
    }
  }
}

}  // namespace alongside::server
