// council-api's operator new: large blocks in large pages (large_memory.hpp). Not in sanitized builds, which have their
// own, nor in any library: a program has one.
#include "app/server/large_memory.hpp"

#include <cstdlib>
#include <new>

void* operator new(std::size_t size) {
  void* const memory = alongside::server::large_memory(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void* operator new[](std::size_t size) { return operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
