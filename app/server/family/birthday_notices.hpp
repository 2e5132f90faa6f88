// Tells families three months before, and on, a 16th and an 18th birthday what changes by it: the young person, and
// each whose standing ends at 18. Each is told each once; whoever was not, because nothing ran that day, within 30
// days. Run by `household birthdays`, which a council has run every day. What ends does so by its date, whether this
// ran or not.
#pragma once

#include "app/base/result.hpp"

#include <string>

namespace alongside {
class Chance;
}

namespace alongside::server {

struct FeatureContext;

// A line that says how many were told, and names nobody.
Result<std::string> tell_birthdays(const FeatureContext& context, Chance& chance);

}  // namespace alongside::server
