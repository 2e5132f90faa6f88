// A date as people write it, for pages without scripts: "22 November 2026", "22 Tachwedd 2026".
// Used by the shell's pages and by features' pages.
#pragma once

#include "app/base/date.hpp"
#include "app/server/language.hpp"

#include <string>

namespace alongside::server {

std::string date_words(Date date, Language language);

}  // namespace alongside::server
