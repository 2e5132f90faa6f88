// `council-api survey redact list|approve|hide`: an officer reads what people wrote, and says what may be released.
#pragma once

#include "app/base/result.hpp"

#include <span>
#include <string>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::feedback {

// ACTION, ID, the survey (of approve and hide) and the words that are left (of approve).
Result<std::string> redact(const server::FeatureContext& context, std::span<const std::string> arguments);

}  // namespace alongside::feedback
