#include "plugins/feedback/model/form_run.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/loose.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

bool is_void(const Value& value) { return is_nothing(value) || (value.kind == ValueKind::Text && value.text.empty()); }

}  // namespace

FormRun::FormRun(const Form& form, double now)
    : FormPart(form.elements),
      form_(form),
      now_(now),
      has_lists_(std::ranges::any_of(form.elements, [](const FormElement& each) { return each.inner != nullptr; })) {
  begin();
}

// Values that stand in the form come first; conditions are looked at when all of them are there, and rows and
// panels are made when the survey is shown.
void FormRun::begin() {
  for (std::size_t i = 0; i < elements().size(); ++i) {
    const FormElement& element = elements()[i];
    if (list_of(i) != nullptr) list_at(i)->take_turn();
    if (list_of(i) != nullptr && !list_of(i)->what().default_item.is_empty() && element.default_value.is_empty())
      begin_list(i);
    else if (!element.default_value.is_empty() && is_blank(i))
      set_question(i, element.default_value);
    if (holds_others(element.type)) continue;
    if (is_blank(i)) put(i, kept_as(element.value_name));
    if (list_of(i) != nullptr) list_at(i)->begin_again();
  }
  is_beginning_ = false;
  changed_ = nullptr;
  run_conditions();
  show_first_page();
  show_lists();
  settle();
}

// The first page is put on the screen at once, and with it its panels; tables are made where they are looked at.
void FormRun::show_first_page() {
  std::size_t at = 0;
  while (at < elements().size() && (holds_others(elements()[at].type) || !shows(at))) ++at;
  while (at > 0 && at < elements().size() && elements()[at].type != FormType::Page) --at;
  for (std::size_t i = at + 1; i < elements().size() && elements()[i].type != FormType::Page; ++i) {
    if (elements()[i].type == FormType::PanelDynamic) list_at(i)->show();
  }
}

void FormRun::begin_list(std::size_t element) {
  const FormTemplate& what = list_of(element)->what();
  const bool is_panels = elements()[element].type == FormType::PanelDynamic;
  const std::size_t count = is_panels ? std::max(what.count, what.fewest) : what.count;
  if (is_blank(element) && count > 0) {
    set_question(element, Value::of_list(std::vector<Value>(count, what.default_item)));
  }
}

void FormRun::answer(const std::string& name, Value value) {
  room_left_ = FormTemplate::most_asked;
  changes_left_ = most_changes;
  keep(name, std::move(value));
  settle();
}

void FormRun::take(const Answers& answers) {
  room_left_ = FormTemplate::most_asked;
  note_change();
  values_ = answers;
  is_beginning_ = true;
  for (std::size_t i = 0; i < elements().size(); ++i) {
    if (!holds_others(elements()[i].type)) put(i, kept_as(elements()[i].value_name));
  }
  is_beginning_ = false;
  changed_ = nullptr;
  run_conditions();
  settle();
}

bool FormRun::take_room(std::size_t questions) {
  if (questions > room_left_) return false;
  room_left_ -= questions;
  return true;
}

Value FormRun::kept_as(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? Value() : found->second;
}

void FormRun::keep(const std::string& name, Value value) {
  Value before = kept_as(name);
  if (is_void(value) && is_void(before)) return;
  if (!is_void(value) && !is_void(before) && same_answer(value, before)) return;
  if (changes_left_ == 0 || --changes_left_ == 0) return;
  note_change();
  if (value.is_empty()) {
    values_.erase(name);
  } else {
    values_.insert_or_assign(name, value);
  }
  for (std::size_t i = 0; i < elements().size(); ++i) {
    const bool is_it = !holds_others(elements()[i].type) && elements()[i].value_name == name;
    if (is_it && !same_answer(value_of(i), value)) put(i, value);
  }
  if (loosely_equal(value, before, Order::Counts, Words::Exact)) return;  // 1 or "1": nobody is told
  if (std::ranges::find(being_told_, name) == being_told_.end()) being_told_.push_back(name);
  const Value now = value;
  after_change(name, {std::move(before), std::move(value), true});
  if (std::erase(being_told_, name) == 0) return;  // a later change has told them
  for (std::size_t i = 0; i < elements().size(); ++i) {
    if (elements()[i].value_name != name) continue;
    if (FormList* list = list_at(i)) list->told(now);
  }
}

// A variable hides an answer of the same name, and takes its place.
void FormRun::set_variable(const std::string& name, Value value) {
  const std::string small = lower_case(name);
  const auto found = variables_.find(small);
  Value before = found == variables_.end() ? Value() : found->second;
  note_change();
  values_.erase(name);
  variables_.insert_or_assign(small, value);
  variable_bits_ |= bit_of(SmallName(small));
  if (!loosely_equal(before, value, Order::Counts)) after_change(small, {std::move(before), std::move(value), true});
}

void FormRun::set_by_trigger(const std::string& name, Value value) {
  if (const auto element = question_of(name)) {
    set_question(*element, std::move(value));
  } else if (name.find('.') == std::string::npos) {
    keep(name, std::move(value));
  }
}

void FormRun::after_change(const std::string& name, FormChange change) {
  run_after(name, change.now);
  if (!is_triggering_) is_answer_right_ = check_answer(name);
  check_triggers({{name, std::move(change)}});
}

void FormRun::run_after(const std::string& name, const Value& value) {
  if (!changed_) changed_ = std::make_shared<FormKeys>();
  changed_->insert_or_assign(name, FormChange{{}, value, false});
  if (is_running_) {
    must_run_again_ = true;
    return;
  }
  is_after_change_ = true;
  run_conditions();
  is_after_change_ = false;
  follow_everywhere(name, value);
  changed_ = nullptr;
}

// Where a question that follows sets off another round, that one uses up what had changed: those behind it are told of
// the first change alone.
void FormRun::follow_everywhere(const std::string& name, const Value& value) {
  const auto first = std::make_shared<FormKeys>(FormKeys{{name, FormChange{{}, value, false}}});
  for (const std::uint32_t at : followers()) {
    const std::shared_ptr<FormKeys> keys = changed_ ? changed_ : first;
    follow_at(at, *keys, name);
  }
}

void FormRun::run_conditions() {
  constexpr int most_runs = 10;
  if (is_beginning_ || is_running_ || is_ended_) return;
  for (int runs = 0; runs <= most_runs; ++runs) {
    must_run_again_ = false;
    is_running_ = true;
    run_all_once();
    is_running_ = false;
    if (!must_run_again_) break;
  }
  must_run_again_ = false;
  if (!is_after_change_) changed_ = nullptr;
}

void FormRun::run_all_once() {
  std::vector<std::uint8_t> done(form_.calculated.size());
  for (std::size_t i = 0; i < form_.calculated.size(); ++i) calculate(i, done);
  run_all();
}

// Those that this one names come first.
void FormRun::calculate(std::size_t index, std::vector<std::uint8_t>& done) {
  if (std::exchange(done[index], 1) != 0) return;
  const CalculatedValue& calculated = form_.calculated[index];
  for (const std::string_view name : calculated.expression.questions()) {
    for (std::size_t i = 0; i < form_.calculated.size(); ++i) {
      if (form_.calculated[i].name == name) calculate(i, done);
    }
  }
  Value value = evaluate(calculated.expression, *this);
  const auto before = variables_.find(lower_case(calculated.name));
  const Value& old = before == variables_.end() ? Value::nothing() : before->second;
  if (!loosely_equal(value, old, Order::Counts, Words::Exact)) set_variable(calculated.name, std::move(value));
}

// Variables first, then questions, by the longest name that is one, then whatever else was kept.
std::optional<Value> FormRun::find(std::string_view name) const {
  if (leads_nowhere(name)) {
    const Value* kept = seen(name, SmallName(lower_case(name)));
    return kept == nullptr ? std::nullopt : std::optional(*kept);
  }
  const Path path = path_of(name);
  if (auto variable = find_among(variables_, path)) return variable;
  for (std::size_t end = last_of_name(path, 0) + 1; end-- > 0;) {
    const auto element = question_of(joined(path, 0, end));
    if (!element) continue;
    if (auto part = inside(*element, path, end)) return part;
    break;
  }
  auto found = find_among(values_, path);
  if (!found && name.ends_with(".length")) return Value::of_number(0);
  return found;
}

const Value* FormRun::seen(std::string_view name, const SmallName& small) const {
  if ((variable_bits_ & bit_of(small)) != 0) {
    const auto variable = variables_.find(small.text);
    // One that came to nothing is null, and no longer undefined.
    if (variable != variables_.end())
      return variable->second.kind == ValueKind::None ? &Value::null() : &variable->second;
  }
  if (const auto element = question_found_as(small)) return &as_seen(*element);
  return find_answer(values_, name);
}

bool FormRun::order_counts(std::string_view name) const {
  const auto element = question_of(name);
  return element && elements()[*element].type == FormType::Ranking;
}

}  // namespace alongside::feedback
