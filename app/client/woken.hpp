// Woken: why the page may have something new to do after a rest. Told by web/wake.js through
// exports_web.cpp; nothing is ever asked for by a clock while nobody looks.
#pragma once

#include <cstdint>

namespace alongside::client {

enum class Woken : std::uint8_t {
  Looked,    // somebody looks at the page again
  Online,    // the browser has a network again
  Returned,  // back from the browser's page cache: whatever is in memory may be old
  Leaving,   // about to be hidden, and maybe never seen again
};

}  // namespace alongside::client
