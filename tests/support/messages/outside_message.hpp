// OutsideMessage: a message that comes from outside, by name, so that a test can go through all of them: what a frame
// of it is read as, and frames of it that are as unpleasant as they can be. messages_from_outside() is the whole
// list, in the order of ids. Used by the fuzzer of frames, its seeds, unit/decoders and the bench of decoders.
#pragma once

#include "app/wire/frame.hpp"
#include "tests/support/messages/stuffing.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace alongside::testing {

enum class Reading : std::uint8_t {
  Refused,
  WrongOffset,  // refused, at a place that is not in the frame
  Same,         // taken, and written again byte for byte
  Changed,      // taken as something that is written in another way
};

struct OutsideMessage {
  std::string_view name;
  wire::SchemaId schema;
  wire::Limits limits;
  Reading (*read)(std::span<const std::uint8_t> frame, const wire::Limits& limits);
  bool (*takes)(std::span<const std::uint8_t> frame);  // within its own limits
  Bytes (*stuffed)(Stuffing stuffing);                 // a frame of it
  Bytes (*empty)();                                    // a frame of it with nothing in it
  std::size_t (*lists)();                              // that Stuffing can fill
};

template <wire::Message T>
Reading read_outside(std::span<const std::uint8_t> frame, const wire::Limits& limits) {
  const auto decoded = wire::decode_frame_checked<T>(frame, limits);
  if (const auto* error = std::get_if<wire::DecodeError>(&decoded))
    return error->offset <= frame.size() ? Reading::Refused : Reading::WrongOffset;
  return std::ranges::equal(wire::encode_frame(std::get<0>(decoded)), frame) ? Reading::Same : Reading::Changed;
}

template <wire::Message T>
Bytes stuffed_frame(Stuffing stuffing) {
  T message{};
  stuffing(message);
  return wire::encode_frame(message);
}

template <wire::Message T>
OutsideMessage outside_message(std::string_view name) {
  return {name,
          T::schema,
          wire::limits_of<T>(),
          &read_outside<T>,
          [](std::span<const std::uint8_t> frame) { return wire::decode_frame<T>(frame).ok(); },
          &stuffed_frame<T>,
          [] { return wire::encode_frame(T{}); },
          [] {
            T message{};
            Stuffing stuffing;
            stuffing(message);
            return stuffing.lists();
          }};
}

std::vector<OutsideMessage> messages_of_app();
std::vector<OutsideMessage> messages_of_money();
std::vector<OutsideMessage> messages_of_surveys();
std::vector<OutsideMessage> messages_of_plugins();
std::vector<OutsideMessage> messages_from_outside();

}  // namespace alongside::testing
