// FrameWriter: cereal's output archive for Alongside's canonical bytes. Made by encode_frame;
// messages never name it, they write `archive(CEREAL_NVP(field), …)`. Owns the bytes it writes, until
// its next begin(). What each type looks like in bytes is in scalars.hpp, containers.hpp,
// values.hpp and record.hpp.
#pragma once

#include "app/wire/byte_buffer.hpp"
#include "app/wire/limits.hpp"
#include "app/wire/varint.hpp"

#include <cereal/cereal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace alongside::wire {

enum class IsDefault : std::uint8_t { No, Yes };

class FrameWriter final : public cereal::OutputArchive<FrameWriter, 0> {
 public:
  FrameWriter();
  ~FrameWriter() override;

  // As cereal's own, but straight to the types' forms (write_values in record.hpp): cereal goes through a
  // pointer to itself for each value, which costs more than writing it.
  template <class... Values>
  FrameWriter& operator()(Values&&... values) {
    write_values(*this, values...);
    return *this;
  }

  // Begins anew in the same memory: many small messages cost one archive.
  void begin() {
    out_.truncate(0);
    records_ = 0;
  }
  std::span<const std::uint8_t> bytes() const { return out_.bytes(); }

  // For a run of small values (small.hpp): a place for up to `count` bytes, and where they ended.
  std::uint8_t* room(std::size_t count) { return out_.room(count); }
  void wrote_to(std::uint8_t* next) { out_.wrote_to(next); }

  void byte(std::uint8_t value) {
    std::uint8_t* const to = out_.room(1);
    *to = value;
    out_.wrote_to(to + 1);
  }
  void unsigned_number(std::uint64_t value) { out_.wrote_to(put_number(out_.room(longest_number), value)); }
  void text(std::string_view value) { blob({reinterpret_cast<const std::uint8_t*>(value.data()), value.size()}); }
  void blob(std::span<const std::uint8_t> value) {
    std::uint8_t* const to = put_number(out_.room(longest_number + value.size()), value.size());
    if (!value.empty()) std::memcpy(to, value.data(), value.size());
    out_.wrote_to(to + value.size());
  }
  void raw(std::span<const std::uint8_t> value) { out_.append(value); }

  std::size_t size() const { return out_.size(); }

  // A record's length in front of its bytes, unless it is the outermost. One byte is kept free for the
  // length, which is enough for most records; a longer one is moved when its length is known.
  void begin_record() {
    if (records_ == open_.size()) too_deep();
    if (records_ != 0) byte(0);
    open_[records_++] = {out_.size(), everything};
  }
  void end_record() {
    const OpenRecord record = open_[--records_];
    if (record.keep_until != everything) out_.truncate(record.keep_until);
    if (records_ == 0) return;
    const std::size_t length = out_.size() - record.start;
    if (length < 0x80) {
      out_.data()[record.start - 1] = static_cast<std::uint8_t>(length);
    } else {
      long_length(record.start, length);
    }
  }
  // A field added in a later edition: [field, default_from) is the field as written and the rest is
  // what its default looks like. Kept only if it differs, or if something kept follows it.
  void settle_appended(std::size_t field, std::size_t default_from);
  // The same for a field that was compared as a value.
  void settle_appended(std::size_t field, IsDefault is_default) {
    OpenRecord& record = open_[records_ - 1];
    if (record.keep_until == everything) record.keep_until = field;
    if (is_default == IsDefault::No) record.keep_until = out_.size();
  }
  void tail(std::span<const std::uint8_t> unknown) {
    if (unknown.empty()) return;
    raw(unknown);
    open_[records_ - 1].keep_until = out_.size();
  }

 private:
  static constexpr std::size_t everything = SIZE_MAX;
  struct OpenRecord {
    std::size_t start;
    std::size_t keep_until;  // bytes after this are defaults nobody needs
  };

  void long_length(std::size_t start, std::size_t length);
  [[noreturn]] static void too_deep();

  ByteBuffer out_;
  std::size_t records_ = 0;                   // how many are open
  std::array<OpenRecord, deepest + 1> open_;  // no reader would take more
};

}  // namespace alongside::wire
