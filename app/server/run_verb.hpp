// run_verb: looks a verb up and runs it, wherever it was asked for: by the running server for the
// admin socket, or by the command line itself. What a handler throws stops here.
#pragma once

#include "app/base/result.hpp"
#include "app/server/verbs.hpp"

#include <span>
#include <string>
#include <string_view>

namespace alongside::server {

// Whether they may ask for it at all; who may not is written into the audit. On the database's own thread.
Result<void> admit_verb(const Verbs& verbs, std::span<const std::string> words, const VerbPlace& place);

// `words`: the group, the name, and as many arguments as the verb has. A verb that waits for others is waited for.
Result<std::string> run_verb(const Verbs& verbs, std::span<const std::string> words, const VerbPlace& place);

// The same in two halves, after admit_verb(): the first may run on a thread of its own when the verb has a beginning.
// `words` must live until the end.
Result<VerbEnd> begin_verb(const Verbs& verbs, std::span<const std::string> words, const VerbPlace& place);
Result<std::string> end_verb(const VerbEnd& end, std::span<const std::string> words);

// A report short enough for the admin socket, with a line that says so when it was cut.
std::string fit_report(std::string_view report);

}  // namespace alongside::server
