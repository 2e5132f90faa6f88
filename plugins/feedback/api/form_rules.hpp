// What a definition says beside its questions: validators, triggers and calculated values. The lower half of
// read_form.
#pragma once

#include "plugins/feedback/api/form_place.hpp"
#include "plugins/feedback/model/form.hpp"

#include <vector>

namespace alongside::feedback {

// What an e-mail address looks like.
Pattern address_pattern();
std::vector<FormValidator> read_validators(const FormPlace& question);
std::vector<FormTrigger> read_triggers(const FormPlace& survey);
std::vector<CalculatedValue> read_calculated(const FormPlace& survey);

}  // namespace alongside::feedback
