// Counts what a piece of code asks of the heap through operator new, freed or not. The test
// executable that links allocation_counter.cpp has its own operator new.
#pragma once

#include <cstddef>

namespace alongside {

// Bytes asked for since the program began.
std::size_t bytes_allocated();

}  // namespace alongside
