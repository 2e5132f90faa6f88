// FrameWriter: cereal's output archive for Alongside's canonical bytes. Made by encode_frame;
// messages never name it, they write `archive(CEREAL_NVP(field), …)`. Owns nothing: it appends to
// the caller's buffer. What each type looks like in bytes is in scalars.hpp, containers.hpp,
// values.hpp and record.hpp.
#pragma once

#include "app/base/bytes.hpp"

#include <cereal/cereal.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace alongside::wire {

class FrameWriter final : public cereal::OutputArchive<FrameWriter, 0> {
 public:
  explicit FrameWriter(Bytes& out);
  ~FrameWriter() override;

  void byte(std::uint8_t value) { out_.push_back(value); }
  void unsigned_number(std::uint64_t value);  // LEB128, as few bytes as it needs
  void signed_number(std::int64_t value);     // zigzag, then as unsigned
  void fraction(double value);                // IEEE 754, little-endian; minus zero becomes zero
  void text(std::string_view value);
  void blob(std::span<const std::uint8_t> value);
  void raw(std::span<const std::uint8_t> value);

  std::size_t size() const { return out_.size(); }

  // A record's bytes, then its length in front of them, unless it is the outermost.
  void begin_record();
  void end_record();
  // A field added in a later edition: [field, default_from) is the field as written and the rest is
  // what its default looks like. Kept only if it differs, or if something kept follows it.
  void settle_appended(std::size_t field, std::size_t default_from);
  void tail(std::span<const std::uint8_t> unknown);

 private:
  static constexpr std::size_t everything = SIZE_MAX;
  struct OpenRecord {
    std::size_t start;
    std::size_t keep_until = everything;  // bytes after this are defaults nobody needs
  };

  Bytes& out_;
  std::vector<OpenRecord> open_;
};

}  // namespace alongside::wire
