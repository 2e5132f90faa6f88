// FrameReader: cereal's input archive for bytes nobody vouches for. Made by decode_frame; messages
// never name it. Every length is checked against the bytes that are left and against a budget
// before memory is taken, and every value has exactly one accepted form. Throws DecodeFailure,
// which stops in frame.cpp. Owns nothing: it looks at the caller's bytes.
#pragma once

#include "app/wire/decode_error.hpp"
#include "app/wire/limits.hpp"

#include <cereal/cereal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace alongside::wire {

struct DecodeFailure {
  DecodeError error;
};

class FrameReader final : public cereal::InputArchive<FrameReader, 0> {
 public:
  // Reads `bytes` from `start` to their end; offsets in errors count from the first of `bytes`.
  FrameReader(std::span<const std::uint8_t> bytes, std::size_t start, const Limits& limits);
  ~FrameReader() override;

  std::uint8_t byte();
  std::uint64_t unsigned_number(std::uint64_t highest = UINT64_MAX);
  std::int64_t signed_number(std::int64_t lowest, std::int64_t highest);
  double fraction();
  bool flag();                           // one byte, 0 or 1
  std::string_view text();               // charged to the budget
  std::span<const std::uint8_t> blob();  // charged to the budget
  std::span<const std::uint8_t> raw(std::size_t count);

  // The count of a container's items. Every item takes at least one byte, so a count over the
  // bytes left is refused, and so is one whose items would be over the budget.
  std::size_t count(std::size_t bytes_each);
  void begin_container();
  void end_container();

  void begin_record();
  void end_record();
  bool at_record_end() const { return position_ == ends_[records_]; }
  std::span<const std::uint8_t> rest_of_record();

  std::size_t offset() const { return position_; }
  std::span<const std::uint8_t> since(std::size_t offset) const { return bytes_.subspan(offset, position_ - offset); }

  [[noreturn]] void fail(DecodeCode code) const { fail_at(code, position_); }
  [[noreturn]] void fail_at(DecodeCode code, std::size_t offset) const;

 private:
  std::size_t bytes_left() const { return ends_[records_] - position_; }
  void deeper();

  std::span<const std::uint8_t> bytes_;
  std::size_t position_;
  std::size_t budget_;
  std::size_t depth_left_;
  std::size_t records_ = 0;                      // how many are open
  std::array<std::size_t, deepest + 1> ends_{};  // where each open record ends; [0] is the end of all
};

}  // namespace alongside::wire
