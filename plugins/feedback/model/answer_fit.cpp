#include "plugins/feedback/model/answer_fit.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_choice_set.hpp"
#include "plugins/feedback/model/form_template.hpp"
#include "plugins/feedback/model/joined_files.hpp"

#include <algorithm>
#include <cmath>

namespace alongside::feedback {
namespace {

constexpr std::size_t most_own_letters = 200;  // of a choice that somebody writes themselves

bool are_words(const Value& value, std::size_t most) {
  return value.kind == ValueKind::Text && script_length(value.text) <= most;
}

bool is_typed(const Value& value, const FormElement& element) {
  const std::size_t most = element.face.most_letters == 0 ? most_letters : element.face.most_letters;
  return value.kind == ValueKind::Number || are_words(value, std::min(most, most_letters));
}

// In a row it may still stand as it was typed: "1.50".
bool is_typed_number(const Value& value) { return !std::isnan(survey_number(value)); }

bool is_option(const std::vector<FormOption>& options, const Value& value) {
  return std::ranges::find(options, value, &FormOption::value) != options.end();
}

bool is_choice(const FormElement& element, const Value& value) {
  if (is_option(element.face.options, value)) return true;
  if (!element.choices) return false;
  if (element.choices->keeps_unknown) return are_words(value, most_own_letters);
  return element.choices->has_other && value == Value::of_text("other");
}

bool is_list_of_choices(const FormElement& element, const Value& value) {
  return value.kind == ValueKind::List && std::ranges::all_of(value.items, [&](const Value& item) {
           return is_choice(element, item) && std::ranges::count(value.items, item) == 1;
         });
}

// A map whose names are all rows, and whose values are as `is_good` wants them.
template <class IsGood>
bool is_map_of(const std::vector<FormOption>& rows, const Value& value, IsGood is_good) {
  if (value.kind != ValueKind::Map || value.names.size() != value.items.size()) return false;
  for (std::size_t i = 0; i < value.names.size(); ++i) {
    const auto is_it = [&](const FormOption& row) { return to_words(row.value) == value.names[i]; };
    if (std::ranges::none_of(rows, is_it) || !is_good(value.items[i])) return false;
  }
  return true;
}

bool fits_template(const FormTemplate& what, const Value& value) {
  if (value.kind != ValueKind::Map || value.names.size() != value.items.size()) return false;
  for (std::size_t i = 0; i < value.names.size(); ++i) {
    const auto is_it = [&](const FormElement& inner) {
      if (holds_others(inner.type)) return false;
      if (inner.value_name == value.names[i]) return fits(inner, value.items[i]);
      return inner.choices && inner.choices->has_other && inner.value_name + "-Comment" == value.names[i] &&
             are_words(value.items[i], most_letters);
    };
    if (std::ranges::none_of(what.elements, is_it)) return false;
  }
  return true;
}

bool fits_again(const FormElement& element, const Value& value) {
  const auto is_good = [&element](const Value& item) { return fits_template(*element.inner, item); };
  if (element.type == FormType::MatrixDropdown) return is_map_of(element.face.rows, value, is_good);
  const bool is_panel = element.type == FormType::PanelDynamic;
  std::size_t most = is_panel ? FormTemplate::most_panels : FormTemplate::most_rows;
  if (element.face.most_items != 0) most = std::min<std::size_t>(most, element.face.most_items);
  return value.kind == ValueKind::List && value.items.size() <= most && std::ranges::all_of(value.items, is_good);
}

}  // namespace

bool fits(const FormElement& element, const Value& value) {
  if (value.is_empty()) return value.kind != ValueKind::Map || value.items.empty() || asks_again(element.type);
  switch (element.type) {
    case FormType::Comment: return is_typed(value, element) && value.kind == ValueKind::Text;
    case FormType::Text: return is_typed(value, element) && (!element.counts_numbers || is_typed_number(value));
    case FormType::Slider:
      return value.kind == ValueKind::Number && value.number >= element.face.least && value.number <= element.face.most;
    case FormType::Checkbox:
    case FormType::Tagbox:
    case FormType::Ranking: return is_list_of_choices(element, value);
    case FormType::ImagePicker:
      if (element.choices && element.choices->choosing != Choosing::One) return is_list_of_choices(element, value);
      return is_choice(element, value);
    case FormType::Boolean:
    case FormType::Dropdown:
    case FormType::Radiogroup:
    case FormType::Rating: return is_choice(element, value);
    case FormType::Matrix:
      return is_map_of(element.face.rows, value,
                       [&element](const Value& item) { return is_option(element.face.options, item); });
    case FormType::MultipleText:
      return is_map_of(element.face.rows, value, [&element](const Value& item) { return is_typed(item, element); });
    case FormType::MatrixDropdown:
    case FormType::MatrixDynamic:
    case FormType::PanelDynamic: return fits_again(element, value);
    case FormType::File:
    case FormType::SignaturePad: return fits_files(element, value);
    case FormType::Expression: return true;  // ours is put in its place
    default: return false;
  }
}

}  // namespace alongside::feedback
