// publish_mistakes: why a form that can be run can still not be asked on our screens, or not kept as it is: one line
// a mistake, with its place and what to do instead. Empty: it can be published. Used by read_definition.
#pragma once

#include "plugins/feedback/model/definition.hpp"

#include <string>

namespace alongside::feedback {

std::string publish_mistakes(const Definition& definition);

}  // namespace alongside::feedback
