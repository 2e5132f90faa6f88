// must(): the value, or the end of the test program: for what has to work before a test means anything.
#pragma once

#include "app/base/result.hpp"

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace alongside::worlds {

template <class T>
T must(Result<T> result) {
  if (result) return std::move(result).value();
  std::fprintf(stderr, "a world's council failed: %s\n", result.error().detail.c_str());
  std::abort();
}

inline void must(const Result<void>& result) {
  if (result) return;
  std::fprintf(stderr, "a world's council failed: %s\n", result.error().detail.c_str());
  std::abort();
}

}  // namespace alongside::worlds
