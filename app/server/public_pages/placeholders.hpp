// Placeholders: {names} in the council's own texts that stand for what its configuration says, so
// that a phone number or a number of years is written in one place only. Used by page_file.
#pragma once

#include "app/base/result.hpp"
#include "app/server/council_config.hpp"
#include "app/server/language.hpp"

#include <map>
#include <string>
#include <string_view>

namespace alongside::server {

using Placeholders = std::map<std::string, std::string, std::less<>>;

Placeholders placeholders_of(const CouncilConfig& config, Language language);

// The error names the first {word} that stands for nothing, and those that may be used.
Result<std::string> fill_placeholders(std::string_view text, const Placeholders& values);

}  // namespace alongside::server
