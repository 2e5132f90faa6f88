// FormRun: a form that somebody answers: what shows, what may be changed, what must be answered, and what
// the answers set off (calculated values, triggers, values that follow others), in the order in which
// survey-core 3.1.1 does it. Used by `council-api survey evaluate`; the tests compare it with survey-core.
// Owns its answers; the form must outlive it.
#pragma once

#include "plugins/feedback/model/form.hpp"
#include "plugins/feedback/model/form_keys.hpp"
#include "plugins/feedback/model/form_part.hpp"
#include "plugins/feedback/model/form_template.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::feedback {

class FormRun final : public FormPart {
 public:
  FormRun(const Form& form, double now);
  FormRun(const FormRun&) = default;

  // As a person does it: everything that follows from it happens.
  void answer(const std::string& name, Value value);
  // Goes on with answers that were given before. Nothing is set off by them: what they led to is among them.
  void take(const Answers& answers);
  // All that was said, also where it does not show now.
  const Answers& values() const { return values_; }

  std::vector<FormMistake> mistakes() const;
  // What would be sent: without what does not show, with the calculated values that belong to it.
  Answers data() const;
  const Answers& variables() const { return variables_; }

  std::optional<Value> find(std::string_view name) const override;
  const Value* seen(std::string_view name, const SmallName& small) const override;
  double now() const override { return now_; }
  bool order_counts(std::string_view name) const override;
  void keep(const std::string& name, Value value) override;
  bool take_room(std::size_t questions) override;
  // Rows and panels change of themselves, so with them conditions always run.
  std::uint32_t world() const override { return has_lists_ ? 0 : changes(); }
  const FormKeys* running_keys() const override { return is_after_change_ ? changed_.get() : nullptr; }

 private:
  void begin();
  void begin_list(std::size_t element);
  void show_first_page();
  void end();
  void drop_all_unknown();
  Value kept_as(const std::string& name) const;
  static std::uint32_t bit_of(const SmallName& name) { return std::uint32_t{1} << (name.sum & 31); }
  void set_variable(const std::string& name, Value value);
  void set_by_trigger(const std::string& name, Value value);
  void after_change(const std::string& name, FormChange change);

  void run_after(const std::string& name, const Value& value);
  void follow_everywhere(const std::string& name, const Value& value);
  void run_conditions();
  void run_all_once();
  void calculate(std::size_t index, std::vector<std::uint8_t>& done);

  bool check_answer(const std::string& name);
  void check_triggers(FormKeys keys);
  void check_trigger(const FormTrigger& trigger);
  void triggered(const FormTrigger& trigger, bool holds);

  const Form& form_;
  double now_;
  Answers values_;
  Answers variables_;
  std::uint32_t variable_bits_ = 0;  // one of 32 for each name: most questions are seen to be no variable at once
  bool has_lists_;
  bool is_beginning_ = true;
  bool is_ended_ = false;
  bool is_running_ = false;
  bool is_after_change_ = false;
  bool must_run_again_ = false;
  std::shared_ptr<FormKeys> changed_;    // since the last answer; shared with whoever is being told of it
  std::vector<std::string> being_told_;  // each once
  bool is_triggering_ = false;
  bool is_answer_right_ = true;  // the one that the triggers are looked at for
  FormKeys trigger_keys_;
  static constexpr std::size_t most_changes = 5000;  // that one answer sets off
  std::size_t changes_left_ = most_changes;
  std::size_t room_left_ = FormTemplate::most_asked;
};

// What a validator says of an answer; nothing: it is good.
std::optional<FormFault> fault_of(const FormValidator& validator, const Value& value, const Scope& scope);

}  // namespace alongside::feedback
