// What a table or a dynamic panel asks in each row or panel, as the definition says it. The lower half of
// read_form.
#pragma once

#include "plugins/feedback/api/form_place.hpp"
#include "plugins/feedback/api/form_room.hpp"
#include "plugins/feedback/api/survey_wide.hpp"
#include "plugins/feedback/model/form_template.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace alongside::feedback {

// `depth`: how many templates there are inside each other, with this one.
std::shared_ptr<const FormTemplate> read_template(const FormPlace& place, FormType type, const SurveyWide& wide,
                                                  FormRoom& room, int depth);
// Questions in all rows and panels that are there before anything is answered.
std::size_t asked_at_first(const std::vector<FormElement>& elements);

}  // namespace alongside::feedback
