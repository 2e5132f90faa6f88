// read_face: how a question, panel or page looks to whoever answers it: its words in our languages, what can be
// chosen, and the limits of its answer. What only SurveyJS's own drawing needs is left. The lower half of read_form.
#pragma once

#include "plugins/feedback/api/form_place.hpp"
#include "plugins/feedback/model/form.hpp"

namespace alongside::feedback {

// The choices of a question that has a FormChoiceSet are read with it, by read_choice_set.
void read_face(const FormPlace& place, FormElement& element);
// One choice, row or column: "value", "value|words" or {"value": …, "text": …}.
FormOption read_option(const FormPlace& place, std::string_view key, std::size_t index);

}  // namespace alongside::feedback
