// Bytes: owned raw bytes, the currency of frames, files and network bodies. Used everywhere.
#pragma once

#include <cstdint>
#include <vector>

namespace alongside {

using Bytes = std::vector<std::uint8_t>;

}  // namespace alongside
