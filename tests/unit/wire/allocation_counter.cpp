#include "tests/unit/wire/allocation_counter.hpp"

#include <cstdlib>
#include <new>

namespace {

// The one place where a global is the point: operator new has no argument to carry it.
std::size_t allocated = 0;

void* counted(std::size_t size) {
  allocated += size;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

namespace alongside {

std::size_t bytes_allocated() { return allocated; }

}  // namespace alongside

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
