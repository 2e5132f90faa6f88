// check_definition: whether a definition can be asked and answered: sizes, names, conditions. Called by
// SurveyLogic::create, so that nothing is published or shown that was not checked.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/definition.hpp"

namespace alongside::feedback {

// InvalidInput holds one line a mistake: "question3.visibleIf: character 7: …".
Result<void> check_definition(const Definition& definition);

}  // namespace alongside::feedback
