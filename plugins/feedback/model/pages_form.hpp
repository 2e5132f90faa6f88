// whole_form: the form of a definition, whichever way it was frozen: as a form, or as pages of simple questions. Used
// by the server, which has both.
#pragma once

#include "plugins/feedback/model/definition.hpp"
#include "plugins/feedback/model/published_form.hpp"

#include <memory>

namespace alongside::feedback {

Result<Form> whole_form(const Definition& definition);
// The same, ready to be run.
Result<std::shared_ptr<const Form>> survey_form(const Definition& definition);

}  // namespace alongside::feedback
