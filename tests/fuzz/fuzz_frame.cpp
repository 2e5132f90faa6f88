// The libFuzzer target for frames. The first byte chooses how the rest is read: as a whole frame, as the payload
// of one of the tests' own messages, or as the payload of a message of the application, which the next byte chooses
// (payloads are given a right header and checksum, so that mutations reach the archive).
// Findings are crashes, sanitizer reports, too much memory, and broken promises: bytes that were
// accepted but are not what their value is written as, or an older edition refusing what a newer
// one takes. Run by tests/fuzz/run.sh.
#include "app/wire/frame.hpp"
#include "app/wire/json.hpp"
#include "app/wire/messages/council.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/support/messages/outside_message.hpp"
#include "tests/unit/wire/sample.hpp"

namespace {

using namespace alongside;
using fuzz::promise;
using wire::sample::Box;

// Small, so that anything that escapes the budget is over libFuzzer's own allocation limit.
constexpr wire::Limits limits{.frame_bytes = 64 * 1024, .decoded_bytes = 1024 * 1024};

bool is_taken(testing::Reading reading) {
  promise(reading != testing::Reading::WrongOffset, "an error's offset is inside the frame");
  promise(reading != testing::Reading::Changed, "what is accepted is written back byte for byte");
  return reading == testing::Reading::Same;
}

template <wire::Message T>
bool accepts(std::span<const std::uint8_t> frame) {
  if (!is_taken(testing::read_outside<T>(frame, limits))) return false;
  promise(!wire::to_json(wire::decode_frame<T>(frame, limits).value()).empty(),
          "what is accepted can be shown as JSON");
  return true;
}

Bytes frame_of(wire::SchemaId schema, std::span<const std::uint8_t> payload) {
  const auto write = [](wire::FrameWriter& writer, const void* bytes) {
    writer.raw(*static_cast<const std::span<const std::uint8_t>*>(bytes));
  };
  return wire::write_frame(schema, write, &payload);
}

template <wire::Message T>
bool accepts_payload(std::span<const std::uint8_t> payload) {
  return accepts<T>(frame_of(T::schema, payload));
}

void editions_agree(std::span<const std::uint8_t> payload) {
  const bool first = accepts_payload<Box<wire::sample::CardFirst>>(payload);
  const bool second = accepts_payload<Box<wire::sample::CardSecond>>(payload);
  const bool third = accepts_payload<Box<wire::sample::CardThird>>(payload);
  promise(!third || second, "the second edition reads what the third takes");
  promise(!second || first, "the first edition reads what the second takes");
}

// One of all messages, as a whole device or council would read it.
void read_any(std::span<const std::uint8_t> rest) {
  static const std::vector<testing::OutsideMessage> all = testing::messages_from_outside();
  if (rest.empty()) return;
  const testing::OutsideMessage& message = all[rest[0] % all.size()];
  is_taken(message.read(frame_of(message.schema, rest.subspan(1)), limits));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::span<const std::uint8_t> rest(data + 1, size - 1);
  switch (data[0] % 8) {
    case 0:
      accepts<wire::Council>(rest);
      accepts<wire::sample::Everything>(rest);
      break;
    case 1: accepts_payload<wire::Council>(rest); break;
    case 2: accepts_payload<wire::sample::Everything>(rest); break;
    case 3: editions_agree(rest); break;
    default: read_any(rest); break;
  }
  return 0;
}
