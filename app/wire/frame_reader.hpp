// FrameReader: cereal's input archive for bytes nobody vouches for. Made by decode_frame; messages
// never name it. Every length is checked against the bytes that are left and against a budget
// before memory is taken, and every value has exactly one accepted form. Throws DecodeFailure,
// which stops in frame.cpp. Owns nothing: it looks at the caller's bytes.
#pragma once

#include "app/wire/decode_error.hpp"
#include "app/wire/limits.hpp"
#include "app/wire/varint.hpp"

#include <cereal/cereal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace alongside::wire {

inline constexpr std::size_t allocation_bytes = 2 * sizeof(void*);  // what the heap keeps beside each allocation

struct DecodeFailure {
  DecodeError error;
};

class FrameReader final : public cereal::InputArchive<FrameReader, 0> {
 public:
  // Reads `bytes` from `start` to their end; offsets in errors count from the first of `bytes`.
  FrameReader(std::span<const std::uint8_t> bytes, std::size_t start, const Limits& limits);
  ~FrameReader() override;

  // As cereal's own, but straight to the types' forms (read_values in record.hpp).
  template <class... Values>
  FrameReader& operator()(Values&&... values) {
    read_values(*this, values...);
    return *this;
  }

  // Begins anew with other bytes: many small messages cost one archive.
  void begin(std::span<const std::uint8_t> bytes, std::size_t start, const Limits& limits);

  // For a run of small values (small.hpp), which are read from a place that stays in a register: where
  // the next byte is, how many there are from a place on, and where the run ended.
  const std::uint8_t* at() const { return at_; }
  std::size_t bytes_from(const std::uint8_t* at) const { return static_cast<std::size_t>(end_ - at); }
  void read_to(const std::uint8_t* at) { at_ = at; }

  struct Number {
    std::uint64_t value;
    const std::uint8_t* next;
  };
  // Most numbers are small, so one byte is inline.
  Number number_at(const std::uint8_t* at, std::uint64_t highest) const {
    if (at == end_ || *at >= 0x80 || *at > highest) return long_number(at, highest);
    return {*at, at + 1};
  }

  std::uint8_t byte() {
    if (at_ == end_) fail(DecodeCode::Truncated);
    return *at_++;
  }
  std::uint64_t unsigned_number(std::uint64_t highest = UINT64_MAX) {
    const Number number = number_at(at_, highest);
    at_ = number.next;
    return number.value;
  }
  bool flag() {  // one byte, 0 or 1
    const std::uint8_t value = byte();
    if (value > 1) fail_at(DecodeCode::BadBool, at_ - 1);
    return value == 1;
  }
  void text(std::string& value);                                  // charged to the budget
  std::span<const std::uint8_t> blob() { return raw(count(1)); }  // charged to the budget
  std::span<const std::uint8_t> raw(std::size_t count) {
    if (count > bytes_left()) fail(DecodeCode::Truncated);
    at_ += count;
    return {at_ - count, count};
  }

  // The count of a container's items. Every item takes at least one byte, so a count over the
  // bytes left is refused, and so is one whose items would be over the budget.
  std::size_t count(std::size_t bytes_each) {
    const std::uint8_t* const start = at_;
    const std::uint64_t items = unsigned_number();
    if (items > bytes_left()) fail_at(DecodeCode::BadLength, start);
    if (items > budget_ / bytes_each) fail_at(DecodeCode::TooLarge, start);
    budget_ -= static_cast<std::size_t>(items) * bytes_each;
    if (items != 0) take_memory(allocation_bytes);
    return static_cast<std::size_t>(items);
  }
  // For what is made on the heap without a count in front of it.
  void take_memory(std::size_t bytes) {
    if (bytes > budget_) fail(DecodeCode::TooLarge);
    budget_ -= bytes;
  }
  void begin_container() { deeper(); }
  void end_container() { ++depth_left_; }

  void begin_record() {
    deeper();
    const std::uint8_t* const end = records_ == 0 ? end_ : record_end();
    ends_[records_++] = end_;  // in bounds: each record is one step deeper, and depth is at most `deepest`
    end_ = end;
  }
  void end_record() {
    if (!at_record_end()) fail(DecodeCode::TrailingBytes);
    end_ = ends_[--records_];
    ++depth_left_;
  }
  std::size_t bytes_left() const { return bytes_from(at_); }  // of the open record, or of all
  bool at_record_end() const { return at_ == end_; }
  std::span<const std::uint8_t> rest_of_record();

  std::size_t offset() const { return static_cast<std::size_t>(at_ - first_); }
  std::span<const std::uint8_t> since(const std::uint8_t* start) const { return {start, at_}; }

  [[noreturn]] void fail(DecodeCode code) const { fail_at(code, at_); }
  [[noreturn]] void fail_at(DecodeCode code, const std::uint8_t* at) const;

 private:
  const std::uint8_t* record_end();
  void deeper() {
    if (depth_left_ == 0) fail(DecodeCode::TooDeep);
    --depth_left_;
  }
  Number long_number(const std::uint8_t* at, std::uint64_t highest) const;

  const std::uint8_t* first_ = nullptr;  // offsets in errors count from it
  const std::uint8_t* at_ = nullptr;
  const std::uint8_t* end_ = nullptr;  // of the record that is open, or of all
  std::size_t budget_ = 0;
  std::size_t depth_left_ = 0;
  std::size_t records_ = 0;                        // how many are open
  std::array<const std::uint8_t*, deepest> ends_;  // what end_ was outside each of them
};

}  // namespace alongside::wire
