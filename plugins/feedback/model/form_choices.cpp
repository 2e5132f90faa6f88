#include "plugins/feedback/model/form_choices.hpp"

#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/loose.hpp"

#include <algorithm>
#include <utility>

namespace alongside::feedback {
namespace {

// The choice itself is {item}, {choice} and {self}; behind it is what its question sees.
class ChoiceScope final : public InnerScope {
 public:
  ChoiceScope(const Value& choice, const Scope& around) : InnerScope(around), choice_(choice) {}

  std::optional<Value> find(std::string_view name) const override {
    const std::string small = lower_case(name);
    if (small == "item" || small == "choice" || small == "self") return choice_;
    return InnerScope::find(name);
  }

 private:
  const Value& choice_;
};

bool is_outcome(const FormChoice& choice, const std::optional<Expression>& own, const std::optional<Expression>& all,
                const Scope& scope) {
  const std::optional<Expression>& condition = own ? own : all;
  return choice.is_always_there || !condition || holds(*condition, ChoiceScope(choice.value, scope));
}

bool is_same_choice(const Value& choice, const Value& value) {
  if (value.is_empty() && choice.is_empty()) return true;
  return loosely_equal(choice, value, Order::Counts, Words::Exact);
}

}  // namespace

FormChoices::FormChoices(const FormChoiceSet& set)
    : may_hide_(set.hides_without_choices),
      chooses_several_(set.choosing == Choosing::Several),
      has_conditions_(set.visible_if || set.enable_if),
      set_(&set),
      states_(set.choices.size()) {
  for (const FormChoice& choice : set.choices) has_conditions_ |= choice.visible_if || choice.enable_if;
}

bool FormChoices::run(const Scope& scope) {
  bool has_changed = false;
  for (std::size_t i = 0; has_conditions_ && i < states_.size(); ++i) {
    const FormChoice& choice = set_->choices[i];
    states_[i].is_enabled = is_outcome(choice, choice.enable_if, set_->enable_if, scope);
    const bool shows = is_outcome(choice, choice.visible_if, set_->visible_if, scope);
    has_changed |= std::exchange(states_[i].is_shown, shows) != shows;
  }
  return has_changed;
}

bool FormChoices::none_shows() const {
  for (std::size_t i = 0; i < states_.size(); ++i) {
    if (states_[i].is_shown && !set_->choices[i].is_always_there) return false;
  }
  return true;
}

// "other" has words of its own beside it, and is never unknown; where it is there, no words of anybody's are.
bool FormChoices::lacks_one(const Value& value) const {
  if (value.kind == ValueKind::Text && value.text == "other") return false;
  bool is_choice = false;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    if (!is_same_choice(set_->choices[i].value, value)) continue;
    if (states_[i].is_shown) return false;
    is_choice = true;
  }
  return is_choice || !set_->has_other;
}

bool FormChoices::lacks(const Value& answer) const {
  if (set_->keeps_unknown || answer.is_empty()) return false;
  if (answer.kind != ValueKind::List) return lacks_one(answer);
  return std::ranges::any_of(answer.items, [this](const Value& each) { return lacks_one(each); });
}

// What had gone, shows again, and is not chosen already.
std::vector<Value> FormChoices::coming_back(const Value& answer) {
  std::vector<Value> back;
  for (std::size_t i = 0; i < states_.size() && !gone_.empty(); ++i) {
    const Value& value = set_->choices[i].value;
    if (!states_[i].is_shown) continue;
    const std::string words = to_words(value);
    const auto found = std::ranges::find_if(gone_, [&](const auto& each) { return each.first == words; });
    if (found == gone_.end() || !loosely_equal(value, found->second, Order::Counts)) continue;
    const auto is_it = [&value](const Value& each) { return same_answer(each, value); };
    if (std::ranges::none_of(answer.items, is_it)) back.push_back(value);
    gone_.erase(found);
  }
  return back;
}

void FormChoices::remember(const Value& value) {
  const std::string words = to_words(value);
  std::erase_if(gone_, [&words](const auto& each) { return each.first == words; });
  gone_.emplace_back(words, value);
}

Value FormChoices::without_unknown(const Value& answer) {
  if (set_->keeps_unknown) return answer;
  const bool is_list = answer.kind == ValueKind::List;
  if (set_->choosing == Choosing::One || (set_->choosing == Choosing::Several && !is_list)) {
    return lacks(answer) ? Value() : answer;
  }
  std::vector<Value> back;
  if (set_->choosing == Choosing::SeveralRemembered) back = coming_back(answer);
  Value left = Value::of_list({});
  for (const Value& each : answer.items) {
    if (!lacks_one(each))
      left.items.push_back(each);
    else if (set_->choosing == Choosing::SeveralRemembered)
      remember(each);
  }
  left.items.insert(left.items.end(), back.begin(), back.end());
  return left;
}

}  // namespace alongside::feedback
