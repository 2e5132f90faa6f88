#include "plugins/feedback/api/form_place.hpp"

#include "plugins/feedback/api/definition_file.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <cmath>

namespace alongside::feedback {

using server::JsonKind;
using server::JsonValue;

bool FormPlace::flag(std::string_view key, bool otherwise) const {
  const JsonValue* value = json_->find(key);
  return value != nullptr && value->is(JsonKind::Boolean) ? value->boolean : otherwise;
}

std::optional<double> FormPlace::number(std::string_view key) const {
  const JsonValue* value = json_->find(key);
  if (value == nullptr) return std::nullopt;
  const double number = survey_number(value_of_json(*value));
  return std::isnan(number) ? std::nullopt : std::optional(number);
}

FormWords FormPlace::localised(std::string_view key) const {
  constexpr std::size_t most_bytes = 8000;
  FormWords words;
  const JsonValue* value = json_->find(key);
  if (value == nullptr) return words;
  if (value->is(JsonKind::Object)) {
    words.en = value->text_at(value->find("default") != nullptr ? "default" : "en");
    words.cy = value->text_at("cy");
    words.easy = value->text_at("easy");
    words.easy_cy = value->text_at("easy-cy");
  } else if (value->is(JsonKind::Text)) {
    words.en = value->text;
  }
  if (words.en.size() + words.cy.size() > most_bytes) mistake(key, "keep a text under 8,000 characters");
  return words;
}

Value FormPlace::value(std::string_view key) const {
  const JsonValue* value = json_->find(key);
  return value == nullptr ? Value() : value_of_json(*value);
}

std::optional<Expression> FormPlace::expression(std::string_view key) const {
  const std::string_view text = json_->text_at(key);
  if (text.empty()) return std::nullopt;
  auto parsed = parse_expression(text);
  if (auto* expression = std::get_if<Expression>(&parsed)) return std::move(*expression);
  const ExpressionFault& fault = std::get<ExpressionFault>(parsed);
  mistake(key, "character " + std::to_string(fault.at + 1) + ": " + fault.what);
  return std::nullopt;
}

std::vector<std::string> FormPlace::names(std::string_view key) const {
  std::vector<std::string> names;
  const JsonValue* list = json_->find(key);
  if (list == nullptr) return names;
  for (const JsonValue& item : list->items) {
    const JsonValue* value = item.is(JsonKind::Object) ? item.find("value") : &item;
    if (value != nullptr) names.push_back(to_words(value_of_json(*value)));
  }
  return names;
}

void FormPlace::refuse(std::initializer_list<std::string_view> keys, std::string_view instead) const {
  for (const std::string_view key : keys) {
    if (has(key)) mistake(key, instead);
  }
}

std::vector<FormPlace> FormPlace::list(std::string_view key) const {
  std::vector<FormPlace> places;
  const JsonValue* list = json_->find(key);
  if (list == nullptr) return places;
  if (!list->is(JsonKind::Array)) mistake(key, "write a list in [ ]");
  constexpr std::size_t most = 10000;
  if (list->items.size() > most) {
    mistake(key, "keep a list to 10,000 or fewer");
    return places;
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    places.push_back(at(key, i));
  }
  return places;
}

FormPlace FormPlace::at(std::string_view key, std::size_t index) const {
  return {json_->find(key)->items[index], path_of(key) + "[" + std::to_string(index) + "]", *mistakes_};
}

}  // namespace alongside::feedback
