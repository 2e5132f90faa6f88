#include "plugins/feedback/model/form_part.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/loose.hpp"
#include "plugins/feedback/model/moments.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace alongside::feedback {
namespace {

bool is_true(const Value& value) { return value.kind == ValueKind::Truth && value.truth; }

// A moment becomes the words of its day, as in the answer to a question.
Value as_answer(Value value) {
  return value.kind == ValueKind::Moment ? Value::of_text(day_of_moment(value.number)) : value;
}

// A list that is taken back leaves an empty one.
Value after(const Value& before, Value value) {
  return before.kind == ValueKind::List && is_nothing(value) ? Value::of_list({}) : std::move(value);
}

// What the box of a text makes of an answer: a list becomes its words.
Value in_its_box(const FormElement& element, Value value) {
  const bool is_box = element.type == FormType::Text || element.type == FormType::Comment;
  return is_box && value.kind == ValueKind::List ? Value::of_text(words_of_list(value, ", ")) : std::move(value);
}

// Twice as many places as questions, a power of two: nearly each stands where its sum leads at once.
std::vector<std::uint64_t> places_by_name(const std::vector<FormElement>& elements) {
  std::vector<std::uint64_t> places(std::bit_ceil(2 * elements.size() + 1));
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (holds_others(elements[i].type)) continue;
    const std::uint32_t sum = SmallName::sum_of(elements[i].found_as);
    std::size_t at = sum & (places.size() - 1);
    while (places[at] != 0) at = (at + 1) & (places.size() - 1);
    places[at] = std::uint64_t{sum} << 32 | (i + 1);
  }
  return places;
}

}  // namespace

FormPart::FormPart(const std::vector<FormElement>& elements)
    : elements_(elements), by_name_(places_by_name(elements)), states_(elements.size()) {
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const FormElement& element = elements[i];
    State& state = states_[i];
    state.is_visible = element.is_visible;
    state.is_read_only = element.is_read_only;
    state.is_required = element.is_required;
    if (element.choices) state.choices.emplace(*element.choices);
    if (element.inner) state.list = FormList::create(*this, i);
    has_beginnings_ |= !element.default_value.is_empty();
    if (element.inner || element.reset_value_if || element.set_value_if || element.set_value_to)
      followers_.push_back(static_cast<std::uint32_t>(i));
  }
}

FormPart::FormPart(const FormPart& other)
    : Scope(other),
      elements_(other.elements_),
      by_name_(other.by_name_),
      states_(other.states_.size()),
      followers_(other.followers_),
      has_beginnings_(other.has_beginnings_) {
  for (std::size_t i = 0; i < states_.size(); ++i) {
    const State& state = other.states_[i];
    static_cast<Flags&>(states_[i]) = state;
    states_[i].value = state.value;
    if (state.choices) states_[i].choices.emplace(*state.choices);
    if (state.list) states_[i].list = state.list->clone(*this);
  }
}

FormPart::~FormPart() = default;

bool FormPart::shows(std::size_t element) const {
  for (std::size_t at = element; at != FormElement::nowhere; at = elements_[at].parent) {
    if (!shows_itself(at)) return false;
  }
  return true;
}

bool FormPart::may_be_changed(std::size_t element) const {
  for (std::size_t at = element; at != FormElement::nowhere; at = elements_[at].parent) {
    if (states_[at].is_read_only) return false;
  }
  return outside_may_be_changed();
}

const Value& FormPart::value_of(std::size_t element) const {
  const State& state = states_[element];
  if (state.list) return state.list->value();
  if (state.value.kind != ValueKind::None) return state.value;
  const bool is_many = chooses_many(elements_[element].type) || (state.choices && state.choices->chooses_several());
  return is_many ? Value::no_items() : state.value;
}

bool FormPart::is_blank(std::size_t element) const {
  if (states_[element].list) return states_[element].list->is_blank();
  const Value& value = value_of(element);
  return value.is_empty() || (value.kind == ValueKind::Text && script_trim(value.text).empty());
}

void FormPart::put(std::size_t element, Value value) {
  State& state = states_[element];
  note_change();
  if (state.choices) state.choices->forget();
  if (state.list)
    state.list->take(std::move(value));
  else
    state.value = after(state.value, in_its_box(elements_[element], std::move(value)));
}

// A box for numbers takes no words.
Value FormPart::as_typed(std::size_t element, Value value) const {
  if (!elements_[element].counts_numbers || !counts_as_true(value)) return value;
  const double number = survey_number(value);
  return std::isnan(number) ? Value::of_text("") : Value::of_number(number);
}

void FormPart::set_question(std::size_t element, Value value) {
  if (states_[element].choices) states_[element].choices->forget();
  give(element, std::move(value));
}

void FormPart::give(std::size_t element, Value value) {
  State& state = states_[element];
  if (state.list) return state.list->set(std::move(value));
  if (same_answer(value, value_of(element))) return;
  const bool was_setting = state.is_setting;
  note_change();
  state.is_setting = true;
  state.value = after(state.value, in_its_box(elements_[element], as_typed(element, std::move(value))));
  keep(elements_[element].value_name, Value(value_of(element)));
  states_[element].is_setting = was_setting;
}

void FormPart::show_lists() {
  for (State& state : states_) {
    if (state.list) state.list->show();
  }
}

void FormPart::settle() {
  for (State& state : states_) {
    if (state.list) state.list->settle();
  }
}

void FormPart::run_all() {
  for (std::size_t at = 0; at < elements_.size();) at = run_from(at);
}

// What is inside a page or a panel comes before itself. Where what comes after it begins is the result.
std::size_t FormPart::run_from(std::size_t at) {
  std::size_t next = at + 1;
  while (next < elements_.size() && elements_[next].parent == at) next = run_from(next);
  run_element(at);
  return next;
}

bool FormPart::may_skip(const Expression& expression) const {
  const FormKeys* keys = running_keys();
  return keys != nullptr && !must_run(expression, *keys);
}

// What a condition says, if it has to be looked at. Looking may make rows, which look at it again: they find it busy.
std::optional<Truth> FormPart::look(const std::optional<Expression>& condition, std::uint32_t& looked_at) const {
  constexpr std::uint32_t busy = 0xFFFFFFFF;
  if (!condition || looked_at == busy) return std::nullopt;
  const std::uint32_t now = world();
  if ((now != 0 && looked_at == now) || may_skip(*condition)) return std::nullopt;
  looked_at = busy;
  const Truth truth = truth_of(*condition, *this);
  looked_at = now;
  return truth;
}

void FormPart::run_element(std::size_t at) {
  const FormElement& element = elements_[at];
  State& state = states_[at];
  if (const auto said = look(element.visible_if, state.visible_at)) {
    const bool was_visible = std::exchange(state.is_visible, said == Truth::Yes);
    if (was_visible && !state.is_visible) hide(at);
    if (!was_visible && state.is_visible) come_back(at);
  }
  if (const auto said = look(element.enable_if, state.enabled_at)) {
    const bool was_read_only = std::exchange(state.is_read_only, said == Truth::No);
    // A table whose rows may be written in from now on, or no longer, makes them at once.
    if (state.list && was_read_only != state.is_read_only) state.list->show();
  }
  if (const auto said = look(element.required_if, state.required_at)) state.is_required = said == Truth::Yes;
  if (state.choices) run_choices(at);
  if (element.expression && may_be_changed(at) && !may_skip(*element.expression)) work_out(at);
  if (state.list) state.list->run_conditions();
}

// What its result sets off does not work it out once more, though it may depend on itself.
void FormPart::work_out(std::size_t at) {
  if (std::exchange(states_[at].is_working, true)) return;
  const FormElement& element = elements_[at];
  Value value = evaluate(*element.expression, *this);
  const bool rounds = element.precision >= 0 && value.kind == ValueKind::Number;
  set_question(at, rounds ? Value::of_number(rounded(value.number, element.precision)) : std::move(value));
  states_[at].is_working = false;
}

// setValueIf, setValueExpression, resetValueIf.
void FormPart::follow_all(const FormKeys& keys, const std::string& changed) {
  for (const std::uint32_t at : followers_) follow_at(at, keys, changed);
}

void FormPart::follow_at(std::size_t at, const FormKeys& keys, const std::string& changed) {
  State& state = states_[at];
  const bool is_setting = state.list ? state.list->is_setting() : state.is_setting;
  if (!is_setting && !state.is_following) {
    state.is_following = true;
    follow(at, keys);
    state.is_following = false;
  }
  if (state.list && changed != elements_[at].value_name) state.list->follow(keys, changed);
}

void FormPart::follow(std::size_t at, const FormKeys& keys) {
  const FormElement& element = elements_[at];
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

}  // namespace alongside::feedback
