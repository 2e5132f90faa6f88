// check_definition: whether a definition's pages can be asked and answered: sizes, names, conditions. Called by
// parse_definition, so that nothing is published that was not checked.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/definition.hpp"

namespace alongside::feedback {

// InvalidInput holds one line a mistake: "question3.visibleIf: character 7: …".
Result<void> check_definition(const Definition& definition);

}  // namespace alongside::feedback
