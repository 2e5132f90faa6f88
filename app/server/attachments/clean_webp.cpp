// WebP: a RIFF file. Kept is one still picture: its transparency and its lines; the header that lists
// what else there is loses what was taken out.
#include "app/server/attachments/clean_picture.hpp"
#include "app/server/attachments/picture_reader.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::server {
namespace {

constexpr std::uint8_t has_alpha = 0x10, is_animated = 0x02;  // of VP8X

struct WebpChunk {
  std::string_view name;
  std::span<const std::uint8_t> body;
};

Result<WebpChunk> next_webp_chunk(PictureReader& in) {
  const auto name = in.take(4);
  const std::uint32_t length = in.little_32();
  const auto body = in.take(length);
  if (length % 2 == 1 && in.left() > 0) in.take(1);  // chunks begin at even places
  if (in.fault()) return not_a_photo();
  return WebpChunk{{reinterpret_cast<const char*>(name.data()), name.size()}, body};
}

void put_little_32(Bytes& out, std::size_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void put(Bytes& out, const WebpChunk& chunk) {
  out.insert(out.end(), chunk.name.begin(), chunk.name.end());
  put_little_32(out, chunk.body.size());
  append(out, chunk.body);
  if (chunk.body.size() % 2 == 1) out.push_back(0);
}

std::uint32_t little(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value |= std::uint32_t{bytes[at + i]} << (8 * i);
  return value;
}

// The canvas on which the picture stands.
Result<Bytes> clean_header(std::span<const std::uint8_t> body) {
  if (body.size() < 10 || (body[0] & is_animated) != 0) return not_a_photo();
  ALONGSIDE_TRY(check_pixels(little(body, 4, 3) + 1, little(body, 7, 3) + 1));
  Bytes header(body.begin(), body.begin() + 10);
  header[0] &= has_alpha;
  return header;
}

Result<void> check_lossy(std::span<const std::uint8_t> body) {
  const bool key_frame = body.size() >= 10 && (body[0] & 1) == 0;
  if (!key_frame || body[3] != 0x9D || body[4] != 0x01 || body[5] != 0x2A) return not_a_photo();
  return check_pixels(little(body, 6, 2) & 0x3FFF, little(body, 8, 2) & 0x3FFF);
}

Result<void> check_lossless(std::span<const std::uint8_t> body) {
  if (body.size() < 5 || body[0] != 0x2F) return not_a_photo();
  const std::uint32_t sizes = little(body, 1, 4);
  return check_pixels((sizes & 0x3FFF) + 1, ((sizes >> 14) & 0x3FFF) + 1);
}

class WebpCleaner {
 public:
  Result<Bytes> clean(std::span<const std::uint8_t> bytes) {
    PictureReader in(bytes);
    in.take(4);
    const std::uint32_t length = in.little_32();
    PictureReader chunks(in.take(length));  // what lies behind it is none of it
    chunks.take(4);
    if (in.fault() || chunks.fault()) return not_a_photo();
    while (chunks.left() > 0) ALONGSIDE_TRY(take(ALONGSIDE_TRY(next_webp_chunk(chunks))));
    if (pictures_ != 1) return not_a_photo();
    return file();
  }

 private:
  Result<void> take(const WebpChunk& chunk) {
    if (chunk.name == "VP8X") {
      if (!out_.empty()) return not_a_photo();
      const Bytes header = ALONGSIDE_TRY(clean_header(chunk.body));
      put(out_, {chunk.name, header});
    } else if (chunk.name == "ALPH") {
      put(out_, chunk);
    } else if (chunk.name == "VP8 " || chunk.name == "VP8L") {
      ALONGSIDE_TRY(chunk.name == "VP8 " ? check_lossy(chunk.body) : check_lossless(chunk.body));
      ++pictures_;
      put(out_, chunk);
    }
    return {};
  }

  Bytes file() const {
    constexpr std::string_view riff = "RIFF", webp = "WEBP";
    Bytes file(riff.begin(), riff.end());
    put_little_32(file, webp.size() + out_.size());
    file.insert(file.end(), webp.begin(), webp.end());
    append(file, out_);
    return file;
  }

  Bytes out_;
  int pictures_ = 0;
};

}  // namespace

Result<Bytes> clean_webp(std::span<const std::uint8_t> bytes) { return WebpCleaner().clean(bytes); }

}  // namespace alongside::server
