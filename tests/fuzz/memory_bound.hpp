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

  explicit MemoryBound(std::size_t input_bytes) : bytes_(input_bytes) {
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
    const auto most = static_cast<std::ptrdiff_t>(std::max(least, times * bytes_));
    promise(count().most <= most, "reading takes at most 32 times its size in memory");
  }
  // What is made may take its part too, where it can be larger than what came.
  void also_for(std::size_t made_bytes) { bytes_ += made_bytes; }
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

  std::size_t bytes_;
};

}  // namespace alongside::fuzz
