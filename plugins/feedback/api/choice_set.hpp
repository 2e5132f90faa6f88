// read_choice_set: what can be chosen in a question, as the definition says it. The lower half of read_form.
#pragma once

#include "plugins/feedback/api/form_place.hpp"
#include "plugins/feedback/api/survey_wide.hpp"
#include "plugins/feedback/model/form.hpp"
#include "plugins/feedback/model/form_choice_set.hpp"

#include <memory>

namespace alongside::feedback {

// Null for a question in which nothing is chosen from a list. `table`: where choices stand that a column has none of
// its own of; null outside tables.
// `face` gets their words, each at the place of its choice.
std::shared_ptr<const FormChoiceSet> read_choice_set(const FormPlace& place, FormType type, const SurveyWide& wide,
                                                     const FormPlace* table, FormFace& face);

}  // namespace alongside::feedback
