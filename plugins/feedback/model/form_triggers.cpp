// FormRun's triggers: what the survey does when something becomes true.
#include "plugins/feedback/model/evaluate.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/form_run.hpp"
#include "plugins/feedback/model/moments.hpp"

#include <algorithm>

namespace alongside::feedback {

// Before a trigger could complete or skip, the answer is looked at: one that is no choice is dropped at once. Whether
// what is left is right.
bool FormRun::check_answer(const std::string& name) {
  const auto moves_on = [](const FormTrigger& trigger) {
    return trigger.kind == FormTrigger::Kind::Complete || trigger.kind == FormTrigger::Kind::Skip;
  };
  if (is_ended_ || std::ranges::none_of(form_.triggers, moves_on)) return true;
  const auto element = question_of(name);
  if (!element) return true;
  FormList* list = list_at(*element);
  if (elements()[*element].clearing != Clearing::Never) {
    if (list != nullptr) {
      list->show();
      list->drop_unknown();
    }
    drop_unknown_at(*element);
  }
  if (!shows(*element)) return true;
  std::vector<FormMistake> mistakes;
  if (list != nullptr) list->add_mistakes(mistakes);
  check_question(*element, mistakes);
  return mistakes.empty();
}

// What triggers change can set off others; after three rounds they rest, as in survey-core, so that none can
// go round for ever.
void FormRun::check_triggers(FormKeys keys) {
  constexpr int most_rounds = 3;
  if (form_.triggers.empty() || is_ended_) return;
  if (is_triggering_) {
    for (auto& [name, change] : keys) trigger_keys_.insert_or_assign(name, std::move(change));
    return;
  }
  is_triggering_ = true;
  trigger_keys_ = std::move(keys);
  FormKeys before = trigger_keys_;
  for (int round = 0; round < most_rounds; ++round) {
    for (const FormTrigger& trigger : form_.triggers) check_trigger(trigger);
    if (same_keys(before, trigger_keys_)) break;
    trigger_keys_ = new_keys(trigger_keys_, before);
    before = trigger_keys_;
  }
  is_triggering_ = false;
}

void FormRun::check_trigger(const FormTrigger& trigger) {
  using Kind = FormTrigger::Kind;
  const bool sets = trigger.kind == Kind::SetValue || trigger.kind == Kind::CopyValue;
  if (trigger.kind == Kind::Complete || trigger.kind == Kind::Skip) {
    // Done between pages alone; but it is looked at, which may make rows.
    if (is_answer_right_ && trigger.expression && must_run(*trigger.expression, trigger_keys_))
      evaluate(*trigger.expression, *this);
    return;
  }
  if (sets && (trigger.to.empty() || (trigger_keys_.size() == 1 && trigger_keys_.contains(trigger.to)))) return;
  const bool copies = trigger.kind == Kind::CopyValue;
  const bool source_changed = copies && has_changed(trigger_keys_, trigger.from);
  if (!trigger.expression) {
    if (source_changed) triggered(trigger, true);
  } else if (source_changed || must_run(*trigger.expression, trigger_keys_)) {
    const Value value = evaluate(*trigger.expression, *this);
    triggered(trigger, value.kind == ValueKind::Truth && value.truth);
  }
}

void FormRun::triggered(const FormTrigger& trigger, bool holds) {
  using Kind = FormTrigger::Kind;
  if (trigger.kind == Kind::Visible) {
    for (std::size_t i = 0; i < elements().size(); ++i) {
      const FormElement& element = elements()[i];
      if (element.type == FormType::Panel || std::ranges::find(trigger.shown, element.name) == trigger.shown.end())
        continue;
      const bool was_visible = states()[i].is_visible;
      states()[i].is_visible = holds;
      states()[i].visible_at = 0;
      if (was_visible && !holds) hide(i);
      if (!was_visible && holds) come_back(i);
    }
    return;
  }
  if (!holds) return;
  if (trigger.kind == Kind::SetValue) {
    if (trigger.is_variable)
      set_variable(trigger.to, trigger.value);
    else
      set_by_trigger(trigger.to, trigger.value);
  } else if (trigger.kind == Kind::CopyValue) {
    if (auto value = find(trigger.from)) set_by_trigger(trigger.to, std::move(*value));
  } else if (!trigger.run.nodes.empty()) {
    Value value = evaluate(trigger.run, *this);
    if (value.kind == ValueKind::Moment) value = Value::of_text(day_of_moment(value.number));
    if (!trigger.to.empty() && value.kind != ValueKind::None) set_by_trigger(trigger.to, std::move(value));
  }
}

}  // namespace alongside::feedback
