// promise(): what a fuzz target holds its subject to. A broken one ends the program, which libFuzzer keeps as a
// finding.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace alongside::fuzz {

inline void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

}  // namespace alongside::fuzz
