// The libFuzzer target for frames. The first byte chooses how the rest is read: as a whole frame, or
// as the payload of one (given a right header and checksum, so that mutations reach the archive).
// Findings are crashes, sanitizer reports, too much memory, and broken promises: bytes that were
// accepted but are not what their value is written as, or an older edition refusing what a newer
// one takes. Run by tests/fuzz/run.sh.
#include "app/wire/frame.hpp"
#include "app/wire/json.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/messages/problem.hpp"
#include "tests/unit/wire/sample.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace alongside;
using wire::sample::Box;

// Small, so that anything that escapes the budget is over libFuzzer's own allocation limit.
constexpr wire::Limits limits{.frame_bytes = 64 * 1024, .decoded_bytes = 1024 * 1024};

void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

template <wire::Message T>
bool accepts(std::span<const std::uint8_t> frame) {
  const auto decoded = wire::decode_frame_checked<T>(frame, limits);
  if (const auto* error = std::get_if<wire::DecodeError>(&decoded)) {
    promise(error->offset <= frame.size(), "an error's offset is inside the frame");
    return false;
  }
  const T& value = std::get<T>(decoded);
  promise(std::ranges::equal(wire::encode_frame(value), frame), "what is accepted is written back byte for byte");
  promise(!wire::to_json(value).empty(), "what is accepted can be shown as JSON");
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::span<const std::uint8_t> rest(data + 1, size - 1);
  switch (data[0] % 5) {
    case 0:
      accepts<wire::Council>(rest);
      accepts<wire::sample::Everything>(rest);
      break;
    case 1: accepts_payload<wire::Council>(rest); break;
    case 2: accepts_payload<wire::sample::Everything>(rest); break;
    case 3: editions_agree(rest); break;
    case 4: accepts_payload<wire::Problem>(rest); break;
  }
  return 0;
}
