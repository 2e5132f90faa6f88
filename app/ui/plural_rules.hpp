// The plural categories of CLDR for the two languages. Used by Words::plural() to pick a sentence.
#pragma once

#include "app/ui/words.hpp"

#include <cstdint>
#include <string_view>

namespace alongside::ui {

// "zero", "one", "two", "few", "many" or "other": how a whole number counts in the language.
std::string_view plural_category(Language language, std::int64_t count);

}  // namespace alongside::ui
