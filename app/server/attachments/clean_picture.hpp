// The cleaners of the three types of picture, one a file. Each gets bytes that begin as its type does.
// Called by clean_file() alone, which says what the errors are.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/attachment.hpp"

#include <cstdint>
#include <span>

namespace alongside::server {

Result<Bytes> clean_jpeg(std::span<const std::uint8_t> bytes);
Result<Bytes> clean_png(std::span<const std::uint8_t> bytes);
Result<Bytes> clean_webp(std::span<const std::uint8_t> bytes);

inline Error not_a_photo() { return {ErrorCode::InvalidInput, "not_a_photo"}; }

// A small file may unfold to more than a phone can hold.
inline Result<void> check_pixels(std::uint32_t width, std::uint32_t height) {
  namespace limits = wire::attachment_limits;
  if (width == 0 || height == 0) return not_a_photo();
  if (width > limits::side || height > limits::side || std::uint64_t{width} * height > limits::pixels) {
    return Error{ErrorCode::InvalidInput, "too_many_pixels"};
  }
  return {};
}

inline void append(Bytes& out, std::span<const std::uint8_t> bytes) {
  out.insert(out.end(), bytes.begin(), bytes.end());
}

}  // namespace alongside::server
