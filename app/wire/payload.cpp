#include "app/wire/payload.hpp"

#include <exception>

namespace alongside::wire {

std::optional<DecodeError> PayloadReader::read(std::span<const std::uint8_t> payload, const Limits& limits,
                                               ReadFields fields, void* message) {
  if (payload.size() > limits.frame_bytes) return DecodeError{DecodeCode::TooLarge, 0};
  try {
    reader_.begin(payload, 0, limits);
    fields(reader_, message);
    return std::nullopt;
  } catch (const DecodeFailure& failure) {
    return failure.error;
  } catch (const std::exception&) {
    // Only the allocator is left to throw: the value did not fit in memory.
    return DecodeError{DecodeCode::TooLarge, 0};
  }
}

}  // namespace alongside::wire
