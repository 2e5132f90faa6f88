// MemoryBound: holds what happens in its life to at most 32 times the input in memory at once; what even the smallest
// may take is not counted. Its one count is of the whole program, as the sanitizer's hooks are. For one thread.
#pragma once

#include "tests/fuzz/promise.hpp"

#include <sanitizer/allocator_interface.h>

#include <algorithm>
#include <cstddef>

namespace alongside::fuzz {

class MemoryBound {
 public:
  static constexpr std::size_t times = 32, least = std::size_t{64} << 10;

  explicit MemoryBound(std::size_t input_bytes) : most_(std::max(least, times * input_bytes)) {
    static const int installed = __sanitizer_install_malloc_and_free_hooks(
        [](const volatile void*, std::size_t size) {
          count().taken += static_cast<std::ptrdiff_t>(size);
          count().most = std::max(count().most, count().taken);
        },
        [](const volatile void* memory) {
          if (memory != nullptr) count().taken -= static_cast<std::ptrdiff_t>(__sanitizer_get_allocated_size(memory));
        });
    (void)installed;
    count() = {};
  }
  ~MemoryBound() {
    promise(count().most <= static_cast<std::ptrdiff_t>(most_), "reading takes at most 32 times its size in memory");
  }
  MemoryBound(const MemoryBound&) = delete;
  MemoryBound& operator=(const MemoryBound&) = delete;

 private:
  struct Count {
    std::ptrdiff_t taken = 0, most = 0;
  };
  static Count& count() {
    static Count count;
    return count;
  }

  std::size_t most_;
};

}  // namespace alongside::fuzz
