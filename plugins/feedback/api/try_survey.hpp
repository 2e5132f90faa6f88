// try_survey: what a definition makes of answers, as JSON: which pages and questions show, what must be
// answered, what is wrong, what would be sent. Behind `council-api survey evaluate`, so that any
// definition can be tried from outside.
#pragma once

#include "app/base/result.hpp"

#include <string>

namespace alongside::server {
class JsonValue;
}

namespace alongside::feedback {

Result<std::string> try_survey(const server::JsonValue& definition, const server::JsonValue& answers, double now);

}  // namespace alongside::feedback
