// FormRun's end: what would be sent, and what keeps it from being.
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/form_list.hpp"
#include "plugins/feedback/model/form_run.hpp"

#include <algorithm>

namespace alongside::feedback {

void FormRun::end() {
  is_ended_ = true;
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < elements().size(); ++i) {
    if (!holds_others(elements()[i].type) && shows(i)) shown.push_back(elements()[i].value_name);
  }
  for (std::size_t i = 0; i < elements().size(); ++i) {
    const FormElement& element = elements()[i];
    if (holds_others(element.type)) continue;
    FormList* list = list_at(i);
    const bool is_panels = element.type == FormType::PanelDynamic;
    if (is_panels) list->drop_hidden();
    if (element.clearing == Clearing::Never) continue;
    if (std::ranges::find(shown, element.value_name) == shown.end()) set_question(i, {});
    if (list != nullptr && !is_panels) list->drop_hidden();
  }
}

// What is dropped may bring back another that is no choice either; not for ever.
void FormRun::drop_all_unknown() {
  constexpr int most_rounds = 3;
  for (int round = 0; round < most_rounds && has_unknown(); ++round) drop_unknown();
}

// Dropping answers may set off others, so a copy comes to its end.
Answers FormRun::data() const {
  FormRun ended = *this;
  ended.drop_all_unknown();
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

std::vector<FormMistake> FormRun::mistakes() const {
  std::vector<FormMistake> mistakes;
  if (has_unknown()) {
    FormRun checked = *this;
    checked.drop_all_unknown();
    checked.add_mistakes(mistakes);
  } else {
    add_mistakes(mistakes);
  }
  return mistakes;
}

}  // namespace alongside::feedback
