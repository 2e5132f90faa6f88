// bench_server sign-in PORT COOKIES CONNECTIONS PEOPLE
// bench_server load PORT COOKIES CONNECTIONS PHASE…
// bench_server sql KIND RECORD_AT REPLAY_AT COOKIES REQUESTS BATCH [PGBENCH_SCRIPT]
// Run by tests/bench/server.mjs. Each prints lines of JSON; what went wrong stands on the error output.
#include "tests/bench/server/load.hpp"
#include "tests/bench/server/sql.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace alongside;
using namespace alongside::bench;

std::size_t count_in(const std::string& text) {
  return static_cast<std::size_t>(std::strtoull(text.c_str(), nullptr, 10));
}

Result<void> run(const std::vector<std::string>& words) {
  const std::string_view what = words.empty() ? std::string_view() : std::string_view(words[0]);
  if (what == "sql" && words.size() >= 7) {
    return run_sql({words[1], words[2], words[3], words[4], count_in(words[5]), count_in(words[6]),
                    words.size() > 7 ? words[7] : ""});
  }
  if (words.size() < 5) return Error{ErrorCode::InvalidInput, "what main.cpp says"};
  LoadTask task{static_cast<std::uint16_t>(count_in(words[1])), words[2], count_in(words[3])};
  if (what == "sign-in") return sign_in_people(task, count_in(words[4]));
  task.phases.assign(words.begin() + 4, words.end());
  return run_load(task);
}

}  // namespace

int main(int argc, char** argv) {
  const auto done = run(std::vector<std::string>(argv + 1, argv + argc));
  if (done) return 0;
  std::fprintf(stderr, "bench_server: %s\n", done.error().detail.c_str());
  return 1;
}
