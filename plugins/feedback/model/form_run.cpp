#include "plugins/feedback/model/form_run.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/loose.hpp"
#include "plugins/feedback/model/moments.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

bool is_true(const Value& value) { return value.kind == ValueKind::Truth && value.truth; }
bool is_false(const Value& value) { return value.kind == ValueKind::Truth && !value.truth; }

bool same(const Value& left, const Value& right) { return loosely_equal(left, right, Order::Counts, Words::SameKind); }

// A moment becomes the words of its day, as in the answer to a question.
Value as_answer(Value value) {
  return value.kind == ValueKind::Moment ? Value::of_text(day_of_moment(value.number)) : value;
}

const Value nothing;
const Value no_choices = Value::of_list({});

}  // namespace

FormRun::FormRun(const Form& form, double now) : form_(form), now_(now) {
  for (const FormElement& element : form.elements) {
    states_.push_back({element.is_visible, element.is_read_only, element.is_required});
  }
  begin();
}

// Values that stand in the form come first; conditions are looked at when all of them are there.
void FormRun::begin() {
  for (std::size_t i = 0; i < form_.elements.size(); ++i) {
    const FormElement& element = form_.elements[i];
    if (!element.default_value.is_empty() && is_blank(i)) set_question(i, element.default_value);
  }
  is_beginning_ = false;
  changed_.clear();
  run_conditions();
}

void FormRun::answer(const std::string& name, Value value) { set_value(name, std::move(value)); }

void FormRun::set_value(const std::string& name, Value value) {
  const auto found = values_.find(name);
  Value before = found == values_.end() ? Value() : found->second;
  const auto is_void = [](const Value& one) {
    return is_nothing(one) || (one.kind == ValueKind::Text && one.text.empty());
  };
  if (is_void(value) && is_void(before)) return;
  if (!is_void(value) && !is_void(before) && same(value, before)) return;
  if (changes_left_ == 0 || --changes_left_ == 0) return;
  if (value.is_empty()) {
    values_.erase(name);
  } else {
    values_.insert_or_assign(name, value);
  }
  after_change(name, {std::move(before), std::move(value), true});
}

void FormRun::set_question(std::size_t element, Value value) {
  if (same(value, value_of(element))) return;
  const bool was_setting = states_[element].is_setting;
  states_[element].is_setting = true;
  set_value(form_.elements[element].value_name, std::move(value));
  states_[element].is_setting = was_setting;
}

// A variable hides an answer of the same name, and takes its place.
void FormRun::set_variable(const std::string& name, Value value) {
  const std::string small = lower_case(name);
  const auto found = variables_.find(small);
  Value before = found == variables_.end() ? Value() : found->second;
  values_.erase(name);
  variables_.insert_or_assign(small, value);
  if (!loosely_equal(before, value, Order::Counts)) after_change(small, {std::move(before), std::move(value), true});
}

void FormRun::set_by_trigger(const std::string& name, Value value) {
  if (const auto element = question_of(name)) {
    set_question(*element, std::move(value));
  } else if (name.find('.') == std::string::npos) {
    set_value(name, std::move(value));
  }
}

void FormRun::after_change(const std::string& name, FormChange change) {
  run_after(name, change.now);
  check_triggers({{name, std::move(change)}});
}

void FormRun::run_after(const std::string& name, const Value& value) {
  changed_.insert_or_assign(name, FormChange{{}, value, false});
  if (is_running_) {
    must_run_again_ = true;
    return;
  }
  is_after_change_ = true;
  run_conditions();
  is_after_change_ = false;
  follow_all(changed_);
  changed_.clear();
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
  if (!is_after_change_) changed_.clear();
}

void FormRun::run_all_once() {
  std::set<std::size_t> done;
  for (std::size_t i = 0; i < form_.calculated.size(); ++i) calculate(i, done);
  for (std::size_t at = 0; at < form_.elements.size();) at = run_from(at);
}

// Those that this one names come first.
void FormRun::calculate(std::size_t index, std::set<std::size_t>& done) {
  if (!done.insert(index).second) return;
  const CalculatedValue& calculated = form_.calculated[index];
  for (const std::string_view name : calculated.expression.questions()) {
    for (std::size_t i = 0; i < form_.calculated.size(); ++i) {
      if (form_.calculated[i].name == name) calculate(i, done);
    }
  }
  Value value = evaluate(calculated.expression, *this);
  const auto before = variables_.find(lower_case(calculated.name));
  const Value& old = before == variables_.end() ? nothing : before->second;
  if (!loosely_equal(value, old, Order::Counts, Words::Exact)) set_variable(calculated.name, std::move(value));
}

bool FormRun::may_skip(const Expression& expression) const {
  return is_after_change_ && !must_run(expression, changed_);
}

// What is inside a page or a panel comes before itself. Where what comes after it begins is the result.
std::size_t FormRun::run_from(std::size_t at) {
  std::size_t next = at + 1;
  while (next < form_.elements.size() && form_.elements[next].parent == at) next = run_from(next);
  run_element(at);
  return next;
}

void FormRun::run_element(std::size_t at) {
  const FormElement& element = form_.elements[at];
  State& state = states_[at];
  if (element.visible_if && !may_skip(*element.visible_if)) {
    const bool was_visible = state.is_visible;
    state.is_visible = is_true(evaluate(*element.visible_if, *this));
    if (was_visible && !state.is_visible) hide(at);
  }
  if (element.enable_if && !may_skip(*element.enable_if)) {
    state.is_read_only = is_false(evaluate(*element.enable_if, *this));
  }
  if (element.required_if && !may_skip(*element.required_if)) {
    state.is_required = is_true(evaluate(*element.required_if, *this));
  }
  if (element.expression && may_be_changed(at) && !may_skip(*element.expression)) {
    Value value = evaluate(*element.expression, *this);
    const bool rounds = element.precision >= 0 && value.kind == ValueKind::Number;
    set_question(at, rounds ? Value::of_number(rounded(value.number, element.precision)) : std::move(value));
  }
}

void FormRun::hide(std::size_t at) {
  for (std::size_t i = at; i < form_.elements.size(); ++i) {
    const FormElement& element = form_.elements[i];
    if (element.clearing == Clearing::WhenHidden && !holds_others(element.type) && !shows(i)) set_question(i, {});
  }
}

// What each question does of itself when others change: setValueIf, setValueExpression, resetValueIf.
void FormRun::follow_all(const FormKeys& given) {
  const FormKeys keys = given;
  for (std::size_t i = 0; i < form_.elements.size(); ++i) {
    if (states_[i].is_setting || states_[i].is_following) continue;
    states_[i].is_following = true;
    follow(i, keys);
    states_[i].is_following = false;
  }
}

void FormRun::follow(std::size_t at, const FormKeys& keys) {
  const FormElement& element = form_.elements[at];
  if (element.reset_value_if && !is_blank(at) && must_run(*element.reset_value_if, keys)) {
    if (is_true(evaluate(*element.reset_value_if, *this))) set_question(at, element.default_value);
  }
  if (element.set_value_if) {
    const Touched touched = touched_by(*element.set_value_if, keys);
    const bool runs = touched == Touched::ByName ||
                      (element.set_value_to ? must_run(*element.set_value_to, keys) : touched != Touched::No);
    if (!runs || !counts_as_true(evaluate(*element.set_value_if, *this))) return;
    set_question(at, element.set_value_to ? as_answer(evaluate(*element.set_value_to, *this)) : Value());
  } else if (element.set_value_to && must_run(*element.set_value_to, keys)) {
    set_question(at, as_answer(evaluate(*element.set_value_to, *this)));
  }
}

bool FormRun::shows(std::size_t element) const {
  for (std::size_t at = element; at != FormElement::nowhere; at = form_.elements[at].parent) {
    if (!states_[at].is_visible) return false;
  }
  return true;
}

bool FormRun::may_be_changed(std::size_t element) const {
  for (std::size_t at = element; at != FormElement::nowhere; at = form_.elements[at].parent) {
    if (states_[at].is_read_only) return false;
  }
  return true;
}

const Value& FormRun::value_of(std::size_t element) const {
  const auto found = values_.find(form_.elements[element].value_name);
  if (found != values_.end()) return found->second;
  return chooses_many(form_.elements[element].type) ? no_choices : nothing;
}

bool FormRun::is_blank(std::size_t element) const {
  const Value& value = value_of(element);
  return value.is_empty() || (value.kind == ValueKind::Text && script_trim(value.text).empty());
}

std::optional<std::size_t> FormRun::question_of(std::string_view value_name) const {
  const std::string small = lower_case(value_name);
  for (std::size_t i = 0; i < form_.elements.size(); ++i) {
    const FormElement& element = form_.elements[i];
    if (!holds_others(element.type) && lower_case(element.value_name) == small) return i;
  }
  return std::nullopt;
}

// A table that nobody has filled in is null, and any other question undefined: an empty list equals that alone.
Value FormRun::as_seen(std::size_t element) const {
  const FormType type = form_.elements[element].type;
  const bool is_table = type == FormType::Matrix || type == FormType::MultipleText;
  const Value& value = value_of(element);
  return is_table && value.kind == ValueKind::None ? Value::of_null() : value;
}

// Variables first, then questions, by the longest name that is one, then whatever else was kept.
std::optional<Value> FormRun::find(std::string_view name) const {
  const Path path = path_of(name);
  if (auto variable = find_among(variables_, path)) return variable;
  for (std::size_t end = last_of_name(path, 0) + 1; end-- > 0;) {
    const auto element = question_of(joined(path, 0, end));
    if (!element) continue;
    if (end + 1 == path.size() && !path[end].index) return as_seen(*element);
    if (auto part = find_among({{joined(path, 0, end), value_of(*element)}}, path)) return part;
    if (end + 1 == path.size()) return Value();
    break;
  }
  auto found = find_among(values_, path);
  if (!found && name.ends_with(".length")) return Value::of_number(0);
  return found;
}

bool FormRun::order_counts(std::string_view name) const {
  const auto element = question_of(name);
  return element && form_.elements[*element].type == FormType::Ranking;
}

void FormRun::end() {
  is_ended_ = true;
  std::set<std::string> shown;
  for (std::size_t i = 0; i < form_.elements.size(); ++i) {
    if (!holds_others(form_.elements[i].type) && shows(i)) shown.insert(form_.elements[i].value_name);
  }
  for (std::size_t i = 0; i < form_.elements.size(); ++i) {
    const FormElement& element = form_.elements[i];
    if (holds_others(element.type) || element.clearing == Clearing::Never) continue;
    if (!shown.contains(element.value_name)) set_question(i, {});
  }
}

// Dropping answers may set off others, so a copy comes to its end.
Answers FormRun::data() const {
  FormRun ended = *this;
  ended.end();
  Answers data = ended.values_;
  for (const CalculatedValue& calculated : form_.calculated) {
    const auto found = ended.variables_.find(lower_case(calculated.name));
    if (calculated.is_in_result && found != ended.variables_.end() && found->second.kind != ValueKind::None) {
      data.insert_or_assign(calculated.name, found->second);
    }
  }
  return data;
}

}  // namespace alongside::feedback
