#include "plugins/feedback/api/form_elements.hpp"

#include "plugins/feedback/api/borrowed_types.hpp"
#include "plugins/feedback/api/choice_set.hpp"
#include "plugins/feedback/api/form_face.hpp"
#include "plugins/feedback/api/form_rules.hpp"
#include "plugins/feedback/api/form_templates.hpp"
#include "plugins/feedback/model/coerce.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

// Browsers run what is in these, and a survey's words need none of them.
bool has_script(std::string_view html) {
  const std::string small = lower_case(html);
  for (const std::string_view sign :
       {"<script", "javascript:", "<iframe", "<object", "<embed", "srcdoc", "<link", "<meta"}) {
    if (small.find(sign) != std::string::npos) return true;
  }
  // onclick=, onerror=: an attribute whose name begins with "on".
  for (std::size_t at = small.find("on"); at != std::string::npos; at = small.find("on", at + 1)) {
    const bool begins = at > 0 && std::string_view(" \t\r\n\"'/").find(small[at - 1]) != std::string_view::npos;
    const std::size_t end = small.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at);
    if (begins && end != std::string::npos && end > at + 3 && small[end] == '=') return true;
  }
  return false;
}

bool has_email(const FormElement& element) {
  const auto is_email = [](const FormValidator& one) { return one.kind == FormValidator::Kind::Email; };
  return std::ranges::any_of(element.validators, is_email);
}

void read_common(const FormPlace& place, FormElement& element) {
  element.name = place.words("name");
  element.is_visible = place.flag("visible", true);
  element.is_read_only = place.flag("readOnly", false);
  element.is_required = place.flag("isRequired", false);
  element.visible_if = place.expression("visibleIf");
  element.enable_if = place.expression("enableIf");
  element.required_if = place.expression("requiredIf");
}

// In a template survey-core leaves out what nobody can ask of an expression: nobody answers it.
void leave_to_itself(FormElement& element) {
  element.is_read_only = element.is_required = false;
  element.enable_if = element.required_if = element.set_value_if = std::nullopt;
  element.set_value_to = element.reset_value_if = std::nullopt;
  element.default_value = Value();
}

}  // namespace

std::optional<FormType> form_type_named(std::string_view name) {
  for (std::size_t i = 1; i < std::size(form_type_names); ++i) {
    if (form_type_names[i] == name) return static_cast<FormType>(i);
  }
  return std::nullopt;
}

void ElementReader::page(const FormPlace& place) {
  if (!room_.has_more()) return;
  FormElement element;
  element.type = FormType::Page;
  read_common(place, element);
  read_face(place, element);
  container(place, std::move(element));
}

void ElementReader::only_page(const FormPlace& place) {
  FormElement element;
  element.type = FormType::Page;
  container(place, std::move(element));
}

void ElementReader::keep(FormElement element) {
  room_.take(element);
  elements_.push_back(std::move(element));
}

void ElementReader::container(const FormPlace& place, FormElement element) {
  constexpr int deepest = 16;
  const std::size_t at = elements_.size();
  keep(std::move(element));
  if (++panel_depth_ > deepest) place.mistake("elements", "put panels at most 16 deep inside each other");
  for (const std::string_view key : {"elements", "questions"}) {
    if (panel_depth_ <= deepest) elements_of(place, key, at);
  }
  --panel_depth_;
}

void ElementReader::elements_of(const FormPlace& place, std::string_view key, std::size_t parent) {
  for (const FormPlace& inner : place.list(key)) read_element(inner, parent);
}

void ElementReader::read_element(const FormPlace& place, std::size_t parent) {
  if (!room_.has_more()) return;
  const std::string name = place.words("type");
  const auto type = form_type_named(name);
  if (auto borrowed = type ? std::nullopt : in_plain_types(place.json())) {
    read_element(place.with(*borrowed), parent);
  } else if (!type) {
    place.mistake("type", "we know no question of type \"" + name + "\"");
  } else if (*type == FormType::Panel) {
    FormElement element;
    element.type = FormType::Panel;
    element.parent = static_cast<std::uint32_t>(parent);
    read_common(place, element);
    read_face(place, element);
    container(place, std::move(element));
  } else {
    question(place, *type, parent);
  }
}

void ElementReader::question(const FormPlace& place, FormType type, std::size_t parent, const FormPlace* table) {
  if (!room_.has_more()) return;
  FormElement element;
  element.type = type;
  element.parent = static_cast<std::uint32_t>(parent);
  read_common(place, element);
  if (element.name.empty()) place.mistake("name", "give the question a name");
  if (!names_.insert(lower_case(element.name)).second) place.mistake("name", "give each question a name of its own");
  element.value_name = place.words("valueName");
  if (element.value_name.empty()) element.value_name = element.name;
  element.found_as = lower_case(element.value_name);
  element.default_value = place.value("defaultValue");
  element.set_value_if = place.expression("setValueIf");
  element.set_value_to = place.expression("setValueExpression");
  element.reset_value_if = place.expression("resetValueIf");
  element.clearing = clearing_named(place.words("clearIfInvisible"), wide_.clearing);
  element.validators = read_validators(place);
  if (has_script(place.words("html"))) place.mistake("html", "take out script; a survey may not run any");
  read_kind(place, element);
  read_face(place, element);
  element.choices = read_choice_set(place, type, wide_, table, element.face);
  if (type == FormType::Expression && template_depth_ > 0) leave_to_itself(element);
  if (asks_again(type)) element.inner = read_template(place, type, wide_, room_, template_depth_ + 1);
  keep(std::move(element));
}

void ElementReader::read_kind(const FormPlace& place, FormElement& element) {
  const std::string input = place.words("inputType");
  switch (element.type) {
    case FormType::Expression:
      element.expression = place.expression("expression");
      element.precision = static_cast<int>(place.number("precision").value_or(-1));
      break;
    case FormType::Text:
      element.counts_numbers = input == "number" || input == "range";
      if (input == "email" && !has_email(element)) element.address = address_pattern();
      if (element.counts_numbers || input == "date" || input == "datetime-local") {
        element.least = place.value("min");
        element.most = place.value("max");
      }
      break;
    case FormType::Checkbox:
    case FormType::Tagbox: element.fewest_chosen = place.number("minSelectedChoices").value_or(0); break;
    case FormType::Matrix:
      element.rows = place.names("rows");
      element.needs_each_row = place.flag("eachRowRequired", place.flag("isAllRowRequired", false));
      break;
    default: break;
  }
}

}  // namespace alongside::feedback
