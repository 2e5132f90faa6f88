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

  // As cereal's own, but straight to the type's form (read_value in record.hpp).
  template <class... Values>
  FrameReader& operator()(Values&&... values) {
    (read_value(*this, values), ...);
    return *this;
  }

  // Begins anew with other bytes: many small messages cost one archive.
  void begin(std::span<const std::uint8_t> bytes, std::size_t start, const Limits& limits);

  std::uint8_t byte() {
    if (bytes_left() == 0) fail(DecodeCode::Truncated);
    return bytes_[position_++];
  }
  // Most numbers are small, so one byte is inline.
  std::uint64_t unsigned_number(std::uint64_t highest = UINT64_MAX) {
    if (bytes_left() == 0 || bytes_[position_] >= 0x80 || bytes_[position_] > highest) return long_number(highest);
    return bytes_[position_++];
  }
  std::int64_t signed_number(std::int64_t lowest, std::int64_t highest) {
    const std::size_t start = position_;
    const std::uint64_t bits = unsigned_number();
    const auto value = static_cast<std::int64_t>(bits >> 1 ^ ((bits & 1) != 0 ? ~std::uint64_t{0} : 0));
    if (value < lowest || value > highest) fail_at(DecodeCode::OutOfRange, start);
    return value;
  }
  double fraction();
  bool flag();                                                    // one byte, 0 or 1
  std::string_view text();                                        // charged to the budget
  std::span<const std::uint8_t> blob() { return raw(count(1)); }  // charged to the budget
  std::span<const std::uint8_t> raw(std::size_t count) {
    if (count > bytes_left()) fail(DecodeCode::Truncated);
    position_ += count;
    return bytes_.subspan(position_ - count, count);
  }

  // The count of a container's items. Every item takes at least one byte, so a count over the
  // bytes left is refused, and so is one whose items would be over the budget.
  std::size_t count(std::size_t bytes_each) {
    const std::size_t start = position_;
    const std::uint64_t items = unsigned_number();
    if (items > bytes_left()) fail_at(DecodeCode::BadLength, start);
    if (items > budget_ / bytes_each) fail_at(DecodeCode::TooLarge, start);
    budget_ -= static_cast<std::size_t>(items) * bytes_each;
    return static_cast<std::size_t>(items);
  }
  void begin_container() { deeper(); }
  void end_container() { ++depth_left_; }

  void begin_record() {
    deeper();
    const std::size_t end = records_ == 0 ? end_ : record_end();
    ends_[records_++] = end_;  // in bounds: each record is one step deeper, and depth is at most `deepest`
    end_ = end;
  }
  void end_record() {
    if (!at_record_end()) fail(DecodeCode::TrailingBytes);
    end_ = ends_[--records_];
    ++depth_left_;
  }
  std::size_t bytes_left() const { return end_ - position_; }  // of the open record, or of all
  bool at_record_end() const { return position_ == end_; }
  std::span<const std::uint8_t> rest_of_record();

  std::size_t offset() const { return position_; }
  std::span<const std::uint8_t> since(std::size_t offset) const { return bytes_.subspan(offset, position_ - offset); }

  [[noreturn]] void fail(DecodeCode code) const { fail_at(code, position_); }
  [[noreturn]] void fail_at(DecodeCode code, std::size_t offset) const;

 private:
  std::size_t record_end();
  void deeper() {
    if (depth_left_ == 0) fail(DecodeCode::TooDeep);
    --depth_left_;
  }
  std::uint64_t long_number(std::uint64_t highest);

  std::span<const std::uint8_t> bytes_;
  std::size_t position_ = 0;
  std::size_t budget_ = 0;
  std::size_t depth_left_ = 0;
  std::size_t end_ = 0;                    // of the record that is open, or of all
  std::size_t records_ = 0;                // how many are open
  std::array<std::size_t, deepest> ends_;  // what end_ was outside each of them
};

}  // namespace alongside::wire
