// run_load: many people at a running council-api, in one thread: signs them in, and then one phase after the other over
// the same open connections. Called by main.
#pragma once

#include "app/base/result.hpp"
#include "tests/bench/server/people.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace alongside::bench {

struct LoadTask {
  std::uint16_t port = 0;
  std::string cookies;                // a file, a line a person in their order
  std::size_t connections = 1;        // open all the time, used in turn
  std::vector<std::string> phases{};  // "push 1 32 5": changes a push, at once, seconds; "rate 500 5"; "read 32 5";
                                      // "files LIST 8 5": every file of the list, one after the other
};

// Signs in `count` people by the demo's door and writes their cookies.
Result<void> sign_in_people(const LoadTask& task, std::size_t count);
// Those whose cookies are there.
Result<std::vector<BenchPerson>> signed_in_people(const std::string& cookies);
// Prints an Outcome a phase.
Result<void> run_load(const LoadTask& task);

}  // namespace alongside::bench
