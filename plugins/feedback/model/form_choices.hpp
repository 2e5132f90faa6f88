// FormChoices: what can be chosen in a question just now, and what is left of its answer when that changes, as
// survey-core 3.1.1 has it. Owned by the FormPart that the question stands in; the set must outlive it.
#pragma once

#include "plugins/feedback/model/form_choice_set.hpp"
#include "plugins/feedback/model/scope.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace alongside::feedback {

class FormChoices {
 public:
  explicit FormChoices(const FormChoiceSet& set);

  // Looks at the conditions again: whether another set of choices shows.
  bool run(const Scope& scope);

  const FormChoiceSet& set() const { return *set_; }
  bool shows(std::size_t choice) const { return states_[choice].is_shown; }
  bool is_enabled(std::size_t choice) const { return states_[choice].is_enabled; }
  bool hides_question() const { return may_hide_ && none_shows(); }
  bool chooses_several() const { return chooses_several_; }
  // Whether part of an answer is no choice that shows.
  bool lacks(const Value& answer) const;

  // What is left of an answer without what does not show, and with what shows again.
  Value without_unknown(const Value& answer);
  // Somebody has given another answer: what went before does not come back.
  void forget() { gone_.clear(); }

 private:
  struct State {
    bool is_shown = true;
    bool is_enabled = true;
  };
  bool none_shows() const;
  bool lacks_one(const Value& value) const;
  std::vector<Value> coming_back(const Value& answer);
  void remember(const Value& value);

  // Of the set, kept near: they are asked for with every answer.
  bool may_hide_;
  bool chooses_several_;
  bool has_conditions_;
  const FormChoiceSet* set_;
  std::vector<State> states_;                        // of each choice
  std::vector<std::pair<std::string, Value>> gone_;  // by its words
};

}  // namespace alongside::feedback
