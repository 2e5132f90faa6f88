// FormPart: questions that stand together, a whole survey's or those of one row or panel of it: what shows, may
// be changed and must be answered, each question's value, and what of it depends on other answers. Where the
// answers are kept is the matter of FormRun and FormItem, which are made of it.
// Owns the lists of rows and panels in it; the elements must outlive it.
#pragma once

#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/form.hpp"
#include "plugins/feedback/model/form_choices.hpp"
#include "plugins/feedback/model/form_keys.hpp"
#include "plugins/feedback/model/form_mistake.hpp"
#include "plugins/feedback/model/scope.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::feedback {

class FormList;

class FormPart : public Scope {
 public:
  explicit FormPart(const std::vector<FormElement>& elements);
  ~FormPart() override;
  FormPart& operator=(const FormPart&) = delete;

  // By the place of the element among the elements; with the pages and panels around it.
  bool shows(std::size_t element) const;
  bool may_be_changed(std::size_t element) const;
  bool must_be_answered(std::size_t element) const { return states_[element].is_required; }
  const Value& value_of(std::size_t element) const;
  bool is_blank(std::size_t element) const;
  const std::vector<FormElement>& elements() const { return elements_; }
  // Its rows or panels; null for a question that asks once.
  const FormList* list_of(std::size_t element) const { return states_[element].list.get(); }
  // What keeps the answers from being complete. What does not show or may not be changed cannot be wrong.
  void add_mistakes(std::vector<FormMistake>& mistakes) const;

  // For the lists in it. An answer goes to where answers are kept.
  virtual void keep(const std::string& value_name, Value value) = 0;
  // Whether another row or panel with that many questions may be made.
  virtual bool take_room(std::size_t questions) = 0;
  // What has changed while conditions run because of it; null: all of them run.
  virtual const FormKeys* running_keys() const = 0;
  // The list that it is a row or a panel of; null: it is the whole survey.
  virtual const FormList* list_around() const { return nullptr; }
  virtual std::string place_of(std::size_t element) const { return elements_[element].name; }
  bool shows_itself(std::size_t element) const {
    const State& state = states_[element];
    return state.is_visible && !(state.choices && state.choices->hides_question());
  }
  // What can be chosen now; null for a question without a list to choose from.
  const FormChoices* choices_of(std::size_t element) const {
    return states_[element].choices ? &*states_[element].choices : nullptr;
  }
  // Whether an answer that shows, there or inside, is no choice; and such answers dropped.
  bool has_unknown() const;
  void drop_unknown();
  void run_element(std::size_t element);
  void settle();

 protected:
  FormPart(const FormPart& other);

  // An answer that was kept elsewhere.
  void put(std::size_t element, Value value);
  // What somebody types there is kept as this.
  Value as_typed(std::size_t element, Value value) const;
  // As if it were answered there.
  void set_question(std::size_t element, Value value);
  void run_all();
  void show_lists();
  // What questions do of themselves when others change. `changed`: the answer that it all began with.
  void follow_all(const FormKeys& keys, const std::string& changed);
  void follow_at(std::size_t element, const FormKeys& keys, const std::string& changed);
  const std::vector<std::uint32_t>& followers() const { return followers_; }
  void hide(std::size_t element);
  void come_back(std::size_t element);
  // `container`: a page or panel; nowhere: all of them.
  void begin_inside(std::size_t container);
  bool stands_in(std::size_t element, std::size_t container) const;
  bool others_show(std::size_t container, std::size_t but) const;
  void drop_unknown_at(std::size_t element);

  std::optional<std::size_t> question_of(std::string_view value_name) const;
  std::optional<std::size_t> question_found_as(const SmallName& name) const;
  // What the parts of a name from `end` on, the last of the question's own, are in the question.
  std::optional<Value> inside(std::size_t element, const Path& path, std::size_t end) const;
  const Value& as_seen(std::size_t element) const;
  void check_question(std::size_t element, std::vector<FormMistake>& mistakes) const;
  void check_container(std::size_t element, std::vector<FormMistake>& mistakes) const;

  virtual bool outside_may_be_changed() const { return true; }
  // Whether all of it is one panel, that shows.
  virtual bool is_one_panel() const { return false; }
  virtual bool may_skip(const Expression& expression) const;
  // Another number whenever something that conditions see has changed; 0: nobody keeps count, so they always run.
  virtual std::uint32_t world() const { return 0; }
  std::uint32_t changes() const { return changes_; }
  void note_change() { ++changes_; }

  struct Flags {
    bool is_visible = true;
    bool is_read_only = false;
    bool is_required = false;
    bool is_setting = false;
    bool is_following = false;  // its own set and reset expressions are running
    bool is_working = false;    // what it works out is being put into it
  };
  struct State : Flags {
    // The world in which each condition was looked at last: nothing else can come of it until that changes.
    std::uint32_t visible_at = 0;
    std::uint32_t enabled_at = 0;
    std::uint32_t required_at = 0;
    std::unique_ptr<FormList> list;
    Value value;
    std::optional<FormChoices> choices;
  };
  std::vector<State>& states() { return states_; }
  FormList* list_at(std::size_t element) { return states_[element].list.get(); }

 private:
  std::size_t run_from(std::size_t element);
  void run_choices(std::size_t element);
  void work_out(std::size_t element);
  bool keeps_unknown(std::size_t element) const;
  void give(std::size_t element, Value value);
  std::optional<Truth> look(const std::optional<Expression>& condition, std::uint32_t& looked_at) const;
  void follow(std::size_t element, const FormKeys& keys);
  bool wants_answer_inside(std::size_t container) const;

  const std::vector<FormElement>& elements_;
  // Of each question the sum of its name, and below that its place and one; 0: nobody. Open addressing, by the sum.
  std::vector<std::uint64_t> by_name_;
  std::vector<State> states_;
  std::vector<std::uint32_t> followers_;  // places of what others can set, or that has rows or panels that they can
  bool has_beginnings_ = false;           // whether any question has a value to begin with
  std::uint32_t changes_ = 1;
};

}  // namespace alongside::feedback
