// FormRun: a form that somebody answers: what shows, what may be changed, what must be answered, and what
// the answers set off (calculated values, triggers, values that follow others), in the order in which
// survey-core 3.1.1 does it. Used by `council-api survey evaluate`; the tests compare it with survey-core.
// Owns its answers; the form must outlive it.
#pragma once

#include "plugins/feedback/model/form.hpp"
#include "plugins/feedback/model/form_keys.hpp"
#include "plugins/feedback/model/scope.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::feedback {

enum class FormFault : std::uint8_t { Required, OneAnswer, TooLittle, TooMuch, TooFew, EachRow, NotANumber, Validator };
constexpr std::string_view name_of(FormFault fault) {
  constexpr std::string_view names[] = {"required", "one_answer", "too_little",   "too_much",
                                        "too_few",  "each_row",   "not_a_number", "invalid"};
  return names[static_cast<unsigned>(fault)];
}

struct FormMistake {
  std::size_t element = 0;
  FormFault fault = FormFault::Required;
  std::size_t validator = 0;  // of Validator and NotANumber: which of the element's
};

class FormRun final : public Scope {
 public:
  FormRun(const Form& form, double now);

  // As a person does it: everything that follows from it happens.
  void answer(const std::string& name, Value value);

  // By the place of the element in the form; with the pages and panels around it.
  bool shows(std::size_t element) const;
  bool may_be_changed(std::size_t element) const;
  bool must_be_answered(std::size_t element) const { return states_[element].is_required; }
  // What keeps the answers from being complete. What does not show or may not be changed cannot be wrong.
  std::vector<FormMistake> mistakes() const;
  // What would be sent: without what does not show, with the calculated values that belong to it.
  Answers data() const;
  const Answers& variables() const { return variables_; }
  const Value& value_of(std::size_t element) const;

  std::optional<Value> find(std::string_view name) const override;
  double now() const override { return now_; }
  bool order_counts(std::string_view name) const override;

 private:
  struct State {
    bool is_visible;
    bool is_read_only;
    bool is_required;
    bool is_setting = false;
    bool is_following = false;  // its own set and reset expressions are running
  };

  void begin();
  void end();
  void set_value(const std::string& name, Value value);
  void set_question(std::size_t element, Value value);
  void set_variable(const std::string& name, Value value);
  void set_by_trigger(const std::string& name, Value value);
  void after_change(const std::string& name, FormChange change);

  void run_after(const std::string& name, const Value& value);
  void run_conditions();
  void run_all_once();
  void calculate(std::size_t index, std::set<std::size_t>& done);
  std::size_t run_from(std::size_t element);
  void run_element(std::size_t element);
  void hide(std::size_t element);
  bool may_skip(const Expression& expression) const;
  void follow(std::size_t element, const FormKeys& keys);
  void follow_all(const FormKeys& keys);

  void check_triggers(FormKeys keys);
  void check_trigger(const FormTrigger& trigger);
  void triggered(const FormTrigger& trigger, bool holds);

  void check_question(std::size_t element, std::vector<FormMistake>& mistakes) const;
  bool is_blank(std::size_t element) const;
  Value as_seen(std::size_t element) const;
  bool has_answer_inside(std::size_t container, bool& has_question) const;
  std::optional<std::size_t> question_of(std::string_view value_name) const;

  const Form& form_;
  double now_;
  std::vector<State> states_;
  Answers values_;
  Answers variables_;
  bool is_beginning_ = true;
  bool is_ended_ = false;
  bool is_running_ = false;
  bool is_after_change_ = false;
  bool must_run_again_ = false;
  int runs_ = 0;
  FormKeys changed_;  // since the last answer
  bool is_triggering_ = false;
  FormKeys trigger_keys_;
  std::size_t changes_left_ = 5000;
};

// What a validator says of an answer; nothing: it is good.
std::optional<FormFault> fault_of(const FormValidator& validator, const Value& value, const Scope& scope);

}  // namespace alongside::feedback
