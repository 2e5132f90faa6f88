// words_of_line(): a command line of council-api as the words that run_verb() takes. For what asks the running server
// for a verb without a terminal: the jobs of every day.
#pragma once

#include "app/base/result.hpp"

#include <span>
#include <string>
#include <vector>

namespace alongside::server {

class Verbs;

// "offer", "import", "--feed", "fis" becomes the verb's group, its name and a word for each of its arguments, empty for
// what was not given. InvalidInput says what to write: a verb that there is not, one that cannot be asked of a running
// server, a path that is not whole.
Result<std::vector<std::string>> words_of_line(const Verbs& verbs, std::span<const std::string> line);

}  // namespace alongside::server
