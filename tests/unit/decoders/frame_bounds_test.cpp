// What any frame may cost: for each message of the application and each of its lists, a frame with as many of the
// emptiest items as fit into its bytes.
#include "tests/support/messages/outside_message.hpp"
#include "tests/unit/decoders/heap_peak.hpp"

#include <doctest/doctest.h>

#include <iostream>

namespace alongside {
namespace {

constexpr std::size_t frame_bytes = 32 * 1024;

// With as many items in that list as there is room for.
Bytes fullest(const testing::OutsideMessage& message, std::size_t list) {
  const std::size_t few = message.stuffed({list, 16}).size();
  const std::size_t more = message.stuffed({list, 16 + 64}).size();
  const std::size_t each = std::max<std::size_t>((more - few) / 64, 1);
  const std::size_t room = std::min(frame_bytes, message.limits.frame_bytes);
  return message.stuffed({list, room > few ? 16 + (room - few) / each : 1});
}

// How many times its own size a frame takes; what the smallest may take is not counted.
double times_its_size(const testing::OutsideMessage& message, const Bytes& frame) {
  const HeapPeak peak;
  message.takes(frame);
  const std::size_t taken = peak.bytes();
  return taken <= wire::least_memory ? 0 : static_cast<double>(taken) / static_cast<double>(frame.size());
}

TEST_CASE("whatever is in a frame, reading it takes at most 32 times its size in memory") {
  double worst = 0;
  std::string_view worst_message;
  std::size_t frames = 0;
  for (const testing::OutsideMessage& message : testing::messages_from_outside()) {
    const std::size_t lists = message.lists();
    for (std::size_t list = 0; list < lists; ++list, ++frames) {
      const Bytes frame = fullest(message, list);
      const double times = times_its_size(message, frame);
      INFO(message.name, ", list ", list, ", ", frame.size(), " bytes");
      CHECK(times <= wire::memory_for_each_byte);
      if (times > worst) worst = times, worst_message = message.name;
    }
  }
  std::cout << frames << " frames of " << testing::messages_from_outside().size() << " messages: at most " << worst
            << " times their size (" << worst_message << ")\n";
  CHECK(frames > 100);
}

TEST_CASE("a message with something in each field is read within its limits") {
  for (const testing::OutsideMessage& message : testing::messages_from_outside()) {
    INFO(message.name);
    const Bytes frame = message.stuffed(testing::Stuffing());
    CHECK(message.read(frame, message.limits) == testing::Reading::Same);
    CHECK(message.read(message.empty(), message.limits) == testing::Reading::Same);
  }
}

}  // namespace
}  // namespace alongside
