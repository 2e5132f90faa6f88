// PNG: a row of named chunks. Kept are those without which it cannot be shown, and those few that say how
// its colours are meant, if they are no longer than they may be. A chunk's own checksum goes with it.
#include "app/server/attachments/clean_picture.hpp"
#include "app/server/attachments/picture_reader.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace alongside::server {
namespace {

constexpr std::size_t signature_bytes = 8;

struct KnownChunk {
  std::string_view name;
  std::size_t most_bytes;
};
constexpr std::array<KnownChunk, 11> known = {{{"IHDR", 13},
                                               {"PLTE", 768},
                                               {"IDAT", wire::attachment_limits::file_bytes},
                                               {"IEND", 0},
                                               {"tRNS", 256},
                                               {"gAMA", 4},
                                               {"cHRM", 32},
                                               {"sRGB", 1},
                                               {"sBIT", 4},
                                               {"bKGD", 6},
                                               {"pHYs", 9}}};

struct PngChunk {
  std::string_view name;
  std::span<const std::uint8_t> body;
  std::span<const std::uint8_t> whole;  // with its length, name and checksum

  // Its first letter is a capital: whoever does not know it cannot show the picture.
  bool needed() const { return (static_cast<unsigned char>(name[0]) & 0x20) == 0; }
  bool kept() const {
    return std::ranges::any_of(
        known, [&](const KnownChunk& one) { return one.name == name && body.size() <= one.most_bytes; });
  }
};

Result<PngChunk> next_png_chunk(PictureReader& in) {
  constexpr std::size_t around = 12;
  const auto from = in.rest();
  const std::uint32_t length = in.big_32();
  const auto name = in.take(4);
  const auto body = in.take(length);
  in.take(4);
  if (in.fault()) return not_a_photo();
  return PngChunk{{reinterpret_cast<const char*>(name.data()), name.size()}, body, from.first(around + length)};
}

Result<void> check_header(const PngChunk& chunk) {
  PictureReader header(chunk.body);
  const std::uint32_t width = header.big_32();
  const std::uint32_t height = header.big_32();
  if (chunk.name != "IHDR" || chunk.body.size() != 13) return not_a_photo();
  return check_pixels(width, height);
}

}  // namespace

Result<Bytes> clean_png(std::span<const std::uint8_t> bytes) {
  PictureReader in(bytes);
  Bytes out;
  append(out, in.take(signature_bytes));
  const PngChunk header = ALONGSIDE_TRY(next_png_chunk(in));
  ALONGSIDE_TRY(check_header(header));
  append(out, header.whole);
  bool has_lines = false;
  for (;;) {
    const PngChunk chunk = ALONGSIDE_TRY(next_png_chunk(in));
    if (chunk.name == "IHDR" || (chunk.needed() && !chunk.kept())) return not_a_photo();
    has_lines = has_lines || chunk.name == "IDAT";
    if (chunk.kept()) append(out, chunk.whole);
    if (chunk.name == "IEND") break;
  }
  if (!has_lines) return not_a_photo();
  return out;
}

}  // namespace alongside::server
