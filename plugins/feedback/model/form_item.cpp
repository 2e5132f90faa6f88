#include "plugins/feedback/model/form_item.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/loose.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

Value answer_of(const Value& answers, const std::string& name) {
  const Value* found = answers.kind == ValueKind::Map ? answers.find(name) : nullptr;
  return found == nullptr ? Value() : *found;
}

}  // namespace

FormItem::FormItem(FormList& list, std::size_t index, int number)
    : FormPart(list.what().elements),
      list_(list),
      index_(index),
      number_(number),
      is_panel_(list.element().type == FormType::PanelDynamic) {}

FormItem::FormItem(const FormItem& other, FormList& list)
    : FormPart(other),
      stands_in_list(other.stands_in_list),
      is_visible(other.is_visible),
      is_enabled(other.is_enabled),
      list_(list),
      index_(other.index_),
      number_(other.number_),
      is_panel_(other.is_panel_),
      keeps_to_itself_(other.keeps_to_itself_) {}

void FormItem::begin_row(const Value& answers) {
  keeps_to_itself_ = true;
  for (std::size_t i = 0; i < elements().size(); ++i) {
    Value answer = answer_of(answers, elements()[i].value_name);
    if (answer.is_empty()) answer = elements()[i].default_value;
    if (!answer.is_empty()) put(i, as_typed(i, std::move(answer)));
  }
  FormPart::run_all();
  keeps_to_itself_ = false;
}

// What a question begins with is seen by those before it, until its own turn comes.
void FormItem::begin_panel(const Value& answers) {
  for (std::size_t i = 0; i < elements().size(); ++i) {
    if (!elements()[i].default_value.is_empty() && list_of(i) == nullptr) put(i, elements()[i].default_value);
  }
  for (std::size_t i = 0; i < elements().size(); ++i) {
    const FormElement& element = elements()[i];
    if (holds_others(element.type)) continue;
    put(i, answer_of(answers, element.value_name));
    if (!element.default_value.is_empty() && is_blank(i)) set_question(i, element.default_value);
    run_element(i);
  }
}

void FormItem::take(const Value& answers) {
  keeps_to_itself_ = !is_panel_;
  for (std::size_t i = 0; i < elements().size(); ++i) {
    if (!holds_others(elements()[i].type)) put(i, answer_of(answers, elements()[i].value_name));
  }
  if (is_panel_) show_lists();
  keeps_to_itself_ = false;
}

Value FormItem::collected() const {
  Value answers = Value::of_map();
  for (std::size_t i = 0; i < elements().size(); ++i) {
    if (!holds_others(elements()[i].type) && !is_blank(i)) answers.set(elements()[i].value_name, value_of(i));
  }
  return answers;
}

// Whether a row shows is looked at each time, whether a panel does only when what it names has changed.
void FormItem::run_conditions() {
  const FormTemplate& what = list_.what();
  if (is_panel_) {
    run_all();
    if (!what.visible_if || may_skip(*what.visible_if)) return;
    const Value value = evaluate(*what.visible_if, *this);
    const bool was_visible = is_visible;
    is_visible = value.kind == ValueKind::Truth && value.truth;
    if (!was_visible && is_visible && others_show(FormElement::nowhere, FormElement::nowhere))
      begin_inside(FormElement::nowhere);
    return;
  }
  const FormRow* row = index_ < what.rows.size() ? &what.rows[index_] : nullptr;
  is_visible = !what.visible_if || holds(*what.visible_if, *this);
  if (row != nullptr && row->visible_if) is_visible = is_visible && holds(*row->visible_if, *this);
  if (row != nullptr && row->enable_if) is_enabled = holds(*row->enable_if, *this);
  run_all();
}

void FormItem::follow(const FormKeys& keys, const std::string& changed) { follow_all(keys, changed); }

void FormItem::told(const Value& answers) {
  for (std::size_t i = 0; i < elements().size(); ++i) {
    if (FormList* list = list_at(i)) list->told(answer_of(answers, elements()[i].value_name));
  }
}

void FormItem::drop_hidden() {
  for (std::size_t i = 0; i < elements().size(); ++i) {
    const FormElement& element = elements()[i];
    if (holds_others(element.type) || (shows_itself(i) && !is_visible)) continue;
    if (FormList* list = list_at(i)) list->drop_hidden();
    if (element.clearing == Clearing::Never) continue;
    if (!shows(i) || !list_.owner().shows_itself(list_.place_of_list())) set_question(i, {});
  }
}

std::optional<std::size_t> FormItem::place_of_name(std::string_view name) const { return question_of(name); }

// A panel's answer changes only where it is another; a row passes on all of it.
void FormItem::keep(const std::string& name, Value value) {
  if (keeps_to_itself_) return;
  if (is_panel_ && loosely_equal(value, answer_of(list_.kept_in(*this), name), Order::Counts, Words::Exact)) return;
  const std::string own_name = (is_panel_ ? "panel." : "row.") + name;
  const FormKeys keys{{own_name, FormChange{{}, value, false}}};
  list_.keep_in(*this, name, std::move(value));
  follow_all(keys, own_name);
}

bool FormItem::take_room(std::size_t questions) { return list_.owner().take_room(questions); }
const FormKeys* FormItem::running_keys() const { return list_.owner().running_keys(); }
double FormItem::now() const { return list_.owner().now(); }
bool FormItem::outside_may_be_changed() const { return is_enabled && list_.may_be_changed(); }

std::string FormItem::place_of(std::size_t element) const {
  return list_.place() + "[" + std::to_string(index_) + "]." + elements()[element].name;
}

// Where its place is named, it always counts as changed; where the row is, when the list has changed.
bool FormItem::is_own_name(std::string_view name, bool list_changed) const {
  constexpr std::string_view row_places[] = {"rowindex", "visiblerowindex", "item", "rowname", "rowvalue", "rowtitle"};
  constexpr std::string_view panel_places[] = {"panelindex", "visiblepanelindex"};
  constexpr std::string_view row_names[] = {"row", "matrix", "prevrow", "nextrow", "totalrow"};
  constexpr std::string_view panel_names[] = {"panel", "prevpanel", "nextpanel", "parentpanel"};
  const std::string first = lower_case(name.substr(0, name.find_first_of(".[")));
  const auto is_among = [&first](const auto& names) { return std::ranges::find(names, first) != std::end(names); };
  if (is_panel_ ? is_among(panel_places) : is_among(row_places)) return true;
  return list_changed && (is_panel_ ? is_among(panel_names) : is_among(row_names));
}

bool FormItem::may_skip(const Expression& expression) const {
  const FormKeys* keys = running_keys();
  if (keys == nullptr || must_run(expression, *keys)) return false;
  const bool list_changed = list_.has_changed_in(*keys);
  return std::ranges::none_of(expression.questions(),
                              [&](std::string_view name) { return is_own_name(name, list_changed); });
}

}  // namespace alongside::feedback
