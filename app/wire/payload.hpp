// Payloads: a message as bytes without a frame around it, for what lies inside another message that
// names its schema and has a checksum already (an operation's payload, a document's content). The same
// canonical form and the same checks.
#pragma once

#include "app/wire/frame.hpp"

#include <span>

namespace alongside::wire {

// For many payloads one after another: an archive is made once. Not for two threads.
class PayloadWriter {
 public:
  // Valid until the next write().
  template <Message T>
  std::span<const std::uint8_t> write(const T& message) {
    writer_.begin();
    writer_(message);
    return writer_.bytes();
  }

 private:
  FrameWriter writer_;
};

class PayloadReader {
 public:
  PayloadReader() : reader_({}, 0, {}) {}

  // Over the message's earlier value, whose memory is used again. After an error it is neither.
  template <Message T>
  std::optional<DecodeError> read(std::span<const std::uint8_t> payload, T& message,
                                  const Limits& limits = limits_of<T>()) {
    return read(payload, limits, [](FrameReader& reader, void* value) { reader(*static_cast<T*>(value)); }, &message);
  }

 private:
  std::optional<DecodeError> read(std::span<const std::uint8_t> payload, const Limits& limits, ReadFields fields,
                                  void* message);

  FrameReader reader_;
};

template <Message T>
Bytes encode_payload(const T& message) {
  PayloadWriter writer;
  const std::span<const std::uint8_t> bytes = writer.write(message);
  return {bytes.begin(), bytes.end()};
}

template <Message T>
Result<T> decode_payload(std::span<const std::uint8_t> payload, const Limits& limits = limits_of<T>()) {
  Result<T> message{T{}};
  if (const auto error = PayloadReader().read(payload, message.value(), limits)) return to_error(*error);
  return message;
}

}  // namespace alongside::wire
