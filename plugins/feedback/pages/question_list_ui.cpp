// QuestionUi: tables and dynamic panels, a card for each row or panel; and what is wrong, in words.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_template.hpp"
#include "plugins/feedback/model/numbers.hpp"
#include "plugins/feedback/pages/question_ui.hpp"

#include <algorithm>

namespace alongside::feedback {

using namespace ui::literals;

namespace {

// The answer of a list with this in one of its rows or panels.
Value with_item(Value all, const FormElement& element, std::size_t index, const Touch& touch) {
  const bool has_names = element.type == FormType::MatrixDropdown;
  const std::string name = has_names ? to_words(element.inner->rows[index].name) : "";
  Value item = Value::of_map();
  if (has_names) {
    if (all.kind != ValueKind::Map) all = Value::of_map();
    if (const Value* found = all.find(name)) item = *found;
  } else {
    if (all.kind != ValueKind::List) all = Value::of_list({});
    while (all.items.size() <= index) all.items.push_back(Value::of_map());
    item = all.items[index];
  }
  Value made = Value::of_map();
  for (std::size_t i = 0; i < item.entries(); ++i) {
    if (item.names[i] != touch.name) made.set(item.names[i], item.items[i]);
  }
  if (!touch.value.is_empty()) made.set(touch.name, touch.value);
  if (has_names)
    all.set(name, std::move(made));
  else
    all.items[index] = std::move(made);
  return all;
}

}  // namespace

std::optional<Touch> QuestionUi::list(const Asked& asked) {
  const auto group = group_of(asked);
  const FormElement& element = asked.element;
  const FormList& list = *asked.part.list_of(asked.at);
  ++depth_;
  std::optional<Touch> touched;
  for (std::size_t i = 0; i < list.items().size(); ++i) {
    if (list.items()[i]->is_visible) {
      if (auto touch = item(asked, *list.items()[i], i)) touched = touch;
    }
  }
  --depth_;
  if (element.type == FormType::MatrixDropdown) return touched;
  const bool is_panel = element.type == FormType::PanelDynamic;
  std::size_t most = is_panel ? FormTemplate::most_panels : FormTemplate::most_rows;
  if (element.face.most_items != 0) most = std::min<std::size_t>(most, element.face.most_items);
  if (list.items().size() >= most) return touched;
  std::string add = reader_.words(element.face.add);
  if (add.empty()) add = ui_.tr("feedback.add"_t);
  if (!ui_.button("add", add)) return touched;
  Value all = asked.value.kind == ValueKind::List ? asked.value : Value::of_list({});
  all.items.resize(list.items().size(), Value::of_map());
  all.items.push_back(element.inner->default_item.is_empty() ? Value::of_map() : element.inner->default_item);
  return Touch{element.value_name, std::move(all)};
}

std::optional<Touch> QuestionUi::item(const Asked& asked, const FormItem& item, std::size_t place) {
  const FormElement& element = asked.element;
  const bool has_names = element.type == FormType::MatrixDropdown;
  const auto card = ui_.card(ui::Key("item", place), ui::CardLook::Soft);
  const std::string number = std::to_string(place + 1);
  const std::string name = has_names ? reader_.words(element.face.rows[place].words)
                                     : ui_.tr("feedback.item"_t, {{"n", number}, {"question", asked.words.label}});
  ui_.heading(2 + std::min(depth_, 3), name);
  const Value kept = item.list_around()->kept_in(item);
  std::optional<Touch> touched;
  for (std::size_t i = 0; i < item.elements().size(); ++i) {
    if (!item.shows(i)) continue;
    const FormElement& inner = item.elements()[i];
    const bool is_read = holds_others(inner.type) || is_shown_only(inner.type) || inner.type == FormType::Expression;
    if (is_read) {
      shown_only(item, i);
    } else if (const auto touch = question(item, i, kept)) {
      touched = Touch{element.value_name, with_item(asked.value, element, place, *touch)};
    }
  }
  const bool may_go = !has_names && item.list_around()->items().size() > element.inner->fewest;
  if (may_go && ui_.button_of_group("remove", ui_.tr("feedback.remove"_t, {{"item", number}}), ui::ButtonLook::Quiet)) {
    Value all = asked.value.kind == ValueKind::List ? asked.value : Value::of_list({});
    all.items.resize(item.list_around()->items().size(), Value::of_map());
    all.items.erase(all.items.begin() + static_cast<std::ptrdiff_t>(place));
    touched = Touch{element.value_name, std::move(all)};
  }
  return touched;
}

std::string QuestionUi::error_of(const FormPart& part, std::size_t at) const {
  const std::string place = part.place_of(at);
  for (const FormMistake& mistake : wrong_) {
    if (mistake.place == place) return wrong_words(part.elements()[at], mistake);
  }
  return {};
}

std::string QuestionUi::wrong_words(const FormElement& element, const FormMistake& mistake) const {
  switch (mistake.fault) {
    case FormFault::Required: return ui_.tr("feedback.error.needs_answer"_t);
    case FormFault::EachRow: return ui_.tr("feedback.error.each_row"_t);
    case FormFault::NotANumber: return ui_.tr("feedback.error.number"_t);
    case FormFault::TooLittle: return ui_.tr("feedback.error.too_little"_t, {{"least", text_of(element.least)}});
    case FormFault::TooMuch: return ui_.tr("feedback.error.too_much"_t, {{"most", text_of(element.most)}});
    case FormFault::TooFew: return ui_.tr("feedback.error.too_few"_t, {{"n", text_of_number(element.fewest_chosen)}});
    case FormFault::TooFewRows:
      return ui_.tr("feedback.error.too_few"_t, {{"n", std::to_string(element.inner->fewest)}});
    case FormFault::SameTwice: return ui_.tr("feedback.error.same_twice"_t);
    default: break;
  }
  if (mistake.validator < element.validators.size()) {
    const std::string says = reader_.words(element.validators[mistake.validator].says);
    if (!says.empty()) return says;
  }
  const bool is_email =
      element.address.has_value() || (mistake.validator < element.validators.size() &&
                                      element.validators[mistake.validator].kind == FormValidator::Kind::Email);
  return is_email ? ui_.tr("feedback.error.email"_t) : ui_.tr("feedback.error.look_again"_t);
}

}  // namespace alongside::feedback
