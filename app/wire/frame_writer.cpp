#include "app/wire/frame_writer.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace alongside::wire {

FrameWriter::FrameWriter() : OutputArchive(this) {}
FrameWriter::~FrameWriter() = default;

void FrameWriter::long_length(std::size_t start, std::size_t length) {
  std::array<std::uint8_t, longest_number> number{};
  const auto bytes = static_cast<std::size_t>(put_number(number.data(), length) - number.data());
  out_.insert(start, bytes - 1);
  std::memcpy(out_.data() + start - 1, number.data(), bytes);
}

// A message of ours that no reader of ours would take: a mistake in its type, found by its first test.
void FrameWriter::too_deep() { std::abort(); }

void FrameWriter::settle_appended(std::size_t field, std::size_t default_from) {
  OpenRecord& record = open_[records_ - 1];
  if (record.keep_until == everything) record.keep_until = field;
  const std::span written = bytes().subspan(field);
  const bool is_default =
      std::ranges::equal(written.first(default_from - field), written.subspan(default_from - field));
  out_.truncate(default_from);
  if (!is_default) record.keep_until = default_from;
}

}  // namespace alongside::wire
