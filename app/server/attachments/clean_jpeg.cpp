// JPEG: a row of segments, each with a marker. Kept are the tables, the one frame, its scans, and of the
// application's segments only how the colours are meant (JFIF without its small picture, Adobe).
#include "app/server/attachments/clean_picture.hpp"
#include "app/server/attachments/picture_reader.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::server {
namespace {

constexpr std::uint8_t end_of_image = 0xD9, start_of_scan = 0xDA;
constexpr std::uint8_t huffman_tables = 0xC4, quantization_tables = 0xDB, restart_interval = 0xDD;
constexpr std::uint8_t application_0 = 0xE0, application_14 = 0xEE, application_15 = 0xEF, comment = 0xFE;
constexpr int most_scans = 100;  // each makes the whole picture once more work

bool is_restart(std::uint8_t marker) { return marker >= 0xD0 && marker <= 0xD7; }
// Baseline, extended and progressive: what browsers show.
bool is_frame(std::uint8_t marker) { return marker >= 0xC0 && marker <= 0xC2; }

bool begins_with(std::span<const std::uint8_t> bytes, std::string_view name) {
  return bytes.size() >= name.size() && std::equal(name.begin(), name.end(), bytes.begin());
}

class JpegCleaner {
 public:
  explicit JpegCleaner(std::span<const std::uint8_t> bytes) : in_(bytes) {}

  Result<Bytes> clean() {
    const auto start = in_.take(2);
    append(out_, start);
    for (;;) {
      const std::uint8_t marker = next_marker();
      if (in_.fault() || marker == 0) return not_a_photo();
      if (marker == end_of_image) break;
      ALONGSIDE_TRY(segment(marker));
    }
    if (scans_ == 0) return not_a_photo();
    out_.insert(out_.end(), {0xFF, end_of_image});
    return std::move(out_);
  }

 private:
  std::uint8_t next_marker() {
    if (in_.byte() != 0xFF) return 0;
    std::uint8_t marker = in_.byte();
    while (marker == 0xFF && !in_.fault()) marker = in_.byte();  // any number of them may stand before it
    return marker;
  }

  Result<void> segment(std::uint8_t marker) {
    const std::uint16_t length = in_.big_16();
    if (length < 2) return not_a_photo();
    const auto body = in_.take(length - 2u);
    if (in_.fault()) return not_a_photo();
    if (is_frame(marker)) return frame(marker, body);
    switch (marker) {
      case huffman_tables:
      case quantization_tables:
      case restart_interval: put(marker, body); return {};
      case start_of_scan: return scan(body);
      case application_0: jfif(body); return {};
      case application_14: adobe(body); return {};
      case comment: return {};
      default: break;
    }
    const bool application = marker > application_0 && marker <= application_15;
    return application ? Result<void>() : not_a_photo();
  }

  Result<void> frame(std::uint8_t marker, std::span<const std::uint8_t> body) {
    if (frames_++ > 0) return not_a_photo();
    PictureReader reader(body);
    reader.byte();  // bits a sample
    const std::uint16_t height = reader.big_16();
    const std::uint16_t width = reader.big_16();
    if (reader.fault()) return not_a_photo();
    ALONGSIDE_TRY(check_pixels(width, height));
    put(marker, body);
    return {};
  }

  // The compressed lines follow the segment and end at the first marker that is none of theirs.
  Result<void> scan(std::span<const std::uint8_t> body) {
    if (frames_ == 0 || ++scans_ > most_scans) return not_a_photo();
    put(start_of_scan, body);
    const auto lines = in_.rest();
    std::size_t end = 0;
    while (end + 1 < lines.size() && !(lines[end] == 0xFF && lines[end + 1] != 0 && !is_restart(lines[end + 1]))) ++end;
    if (end + 1 >= lines.size()) return not_a_photo();
    append(out_, in_.take(end));
    return {};
  }

  void jfif(std::span<const std::uint8_t> body) {
    constexpr std::size_t until_small_picture = 12, measures = 2;
    if (!begins_with(body, std::string_view("JFIF\0", 5)) || body.size() < until_small_picture + measures) return;
    Bytes plain(body.begin(), body.begin() + until_small_picture);
    plain.insert(plain.end(), measures, 0);  // its width and height
    put(application_0, plain);
  }

  void adobe(std::span<const std::uint8_t> body) {
    constexpr std::size_t size = 12;
    if (begins_with(body, "Adobe") && body.size() >= size) put(application_14, body.first(size));
  }

  void put(std::uint8_t marker, std::span<const std::uint8_t> body) {
    const std::size_t length = body.size() + 2;
    out_.insert(out_.end(), {0xFF, marker, static_cast<std::uint8_t>(length >> 8), static_cast<std::uint8_t>(length)});
    append(out_, body);
  }

  PictureReader in_;
  Bytes out_;
  int frames_ = 0;
  int scans_ = 0;
};

}  // namespace

Result<Bytes> clean_jpeg(std::span<const std::uint8_t> bytes) { return JpegCleaner(bytes).clean(); }

}  // namespace alongside::server
