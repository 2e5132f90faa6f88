#include "app/server/brotli.hpp"

#include <brotli/encode.h>

namespace alongside::server {

std::string brotli(std::string_view bytes, BrotliEffort effort) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  if (size == 0) return {};
  std::string small(size, '\0');
  const bool done = BrotliEncoderCompress(static_cast<int>(effort), BROTLI_MAX_WINDOW_BITS, BROTLI_DEFAULT_MODE,
                                          bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                          reinterpret_cast<std::uint8_t*>(small.data())) == BROTLI_TRUE;
  small.resize(done ? size : 0);
  return small;
}

}  // namespace alongside::server
