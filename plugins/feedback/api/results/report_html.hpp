// write_report(): the report of a year for the council's scrutiny, one HTML document that stands alone: each
// release with its tables, cross-tabs, words and trends, what was done and what was not, and how it was counted.
// Used by `council-api survey report`.
#pragma once

#include "app/base/result.hpp"
#include "app/server/language.hpp"

#include <string>

namespace alongside::server {
struct FeatureContext;
}

namespace alongside::feedback {

Result<std::string> write_report(const server::FeatureContext& context, const std::string& path,
                                 const std::string& year, server::Language language);

}  // namespace alongside::feedback
