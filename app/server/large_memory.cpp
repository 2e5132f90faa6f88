#include "app/server/large_memory.hpp"

#include <sys/mman.h>
#include <cstdint>
#include <cstdlib>

namespace alongside::server {
namespace {

constexpr std::size_t large = std::size_t{4} << 20;
constexpr std::uintptr_t page = 4096;

}  // namespace

void* large_memory(std::size_t size) {
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (size < large || memory == nullptr) return memory;
  const std::uintptr_t start = reinterpret_cast<std::uintptr_t>(memory) & ~(page - 1);
  const std::uintptr_t end = (reinterpret_cast<std::uintptr_t>(memory) + size) & ~(page - 1);
  // A wish only: where the system has none, the block is as good.
  (void)madvise(reinterpret_cast<void*>(start), end - start, MADV_HUGEPAGE);
  return memory;
}

}  // namespace alongside::server
