// large_memory(): what operator new gives in council-api. A message may take 32 times its bytes, most of them in one
// block, and the system gives a block page by page: 8,192 faults for 32 MB take longer than reading what is put there.
// So it is asked for large pages for large blocks. Used by operator_new.cpp, and by what measures decoders.
#pragma once

#include <cstddef>

namespace alongside::server {

// As malloc, and given back to free.
void* large_memory(std::size_t size);

}  // namespace alongside::server
