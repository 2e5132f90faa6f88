// Outcome: how long each of many things took, and how many a second there were. Filled by load.cpp and sql.cpp, printed
// as one line of JSON that server.mjs reads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::bench {

struct Outcome {
  std::string name;
  double seconds = 0;                  // all of it
  std::vector<double> milliseconds{};  // of each
  std::size_t bytes = 0;               // that were received
  std::string fault{};                 // the first thing that went wrong; then the rest says nothing

  // Every figure of it; `each`: how many things one of them was (the changes of a push).
  void print(std::size_t each = 1);
};

}  // namespace alongside::bench
