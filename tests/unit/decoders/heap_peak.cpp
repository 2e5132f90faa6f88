#include "tests/unit/decoders/heap_peak.hpp"

#include "app/server/large_memory.hpp"

#include <malloc.h>
#include <cstdlib>
#include <new>

namespace {

// The one place where globals are the point: operator new has no argument to carry them.
std::size_t taken = 0;
std::size_t most = 0;

void* counted(std::size_t size) {
  void* memory = alongside::server::large_memory(size);
  if (memory == nullptr) throw std::bad_alloc();
  taken += malloc_usable_size(memory);
  if (taken > most) most = taken;
  return memory;
}

void given_back(void* memory) {
  if (memory != nullptr) taken -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

namespace alongside {

HeapPeak::HeapPeak() : before_(taken) { most = taken; }
std::size_t HeapPeak::bytes() const { return most - before_; }

}  // namespace alongside

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { given_back(memory); }
void operator delete[](void* memory) noexcept { given_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { given_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { given_back(memory); }
