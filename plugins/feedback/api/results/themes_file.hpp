// parse_themes: a council's file of themes and of which response has which, checked. Used by
// `council-api survey themes`.
#pragma once

#include "app/base/result.hpp"
#include "plugins/feedback/model/results/themes.hpp"

namespace alongside::server {
class JsonValue;
}

namespace alongside::feedback {

Result<Themes> parse_themes(const server::JsonValue& json);

}  // namespace alongside::feedback
