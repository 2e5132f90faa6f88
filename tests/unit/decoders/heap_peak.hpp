// HeapPeak: the most memory that a piece of code has at once through operator new, counted as the heap gives it. The
// executable that links heap_peak.cpp has its own operator new, which takes memory as council-api's does. For one
// thread.
#pragma once

#include <cstddef>

namespace alongside {

class HeapPeak {
 public:
  HeapPeak();                 // from here on
  std::size_t bytes() const;  // more than there was at the beginning

 private:
  std::size_t before_;
};

}  // namespace alongside
