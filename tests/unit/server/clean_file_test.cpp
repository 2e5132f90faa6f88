// What is left of a picture when the server has cleaned it, and what it will not take.
#include "app/server/attachments/clean_file.hpp"
#include "tests/support/sample_pictures.hpp"
#include "tests/support/sample_sounds.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace alongside::server {
namespace {

using namespace testing;
using wire::MediaType;

bool has(const Bytes& bytes, std::string_view text) {
  const Bytes wanted(text.begin(), text.end());  // a char may be signed, a byte is not
  return std::ranges::search(bytes, wanted).begin() != bytes.end();
}

std::string fault_of(const Bytes& bytes) {
  const auto clean = clean_file(bytes);
  return clean ? "none" : clean.error().detail;
}

Bytes from_text(std::string_view text) { return {text.begin(), text.end()}; }

}  // namespace

TEST_CASE("a picture of each type comes out as its own type, without the place, and can be cleaned again") {
  const std::pair<Bytes, MediaType> pictures[] = {
      {jpeg(), MediaType::Jpeg}, {png(), MediaType::Png}, {webp(), MediaType::WebP}};
  for (const auto& [picture, type] : pictures) {
    CAPTURE(static_cast<int>(type));
    REQUIRE(has(picture, secret_place));
    const auto clean = clean_file(picture);
    REQUIRE(clean.ok());
    CHECK(clean->type == type);
    CHECK(!has(clean->bytes, "GPS"));
    CHECK(has(clean->bytes, "lines"));
    const auto again = clean_file(clean->bytes);
    REQUIRE(again.ok());
    CHECK(again->bytes == clean->bytes);
  }
}

TEST_CASE("a JPEG keeps its tables, its lines and how its colours are meant, and loses its small pictures") {
  const auto clean = clean_file(jpeg());
  REQUIRE(clean.ok());
  using namespace std::string_view_literals;
  CHECK(has(clean->bytes, "JFIF\0\1\2\0\0\1\0\1\0\0\xFF"sv));
  CHECK(has(clean->bytes, "Adobe\0\x64\0\0\0\0\1"sv));
  CHECK(has(clean->bytes, "lines\xFF\0lines\xFF\xD0lines\xFF\xD9"sv));
  CHECK(!has(clean->bytes, "MPF"));
  CHECK(!has(clean->bytes, "Exif"));
}

TEST_CASE("a PNG loses every chunk that is not known, and a known one that is longer than it may be") {
  const auto clean = clean_file(png());
  REQUIRE(clean.ok());
  CHECK(has(clean->bytes, "gAMA"));
  for (const std::string_view gone : {"pHYs", "eXIf", "tEXt"}) CHECK(!has(clean->bytes, gone));
}

TEST_CASE("the header of a WebP no longer promises what was taken out of it") {
  const auto clean = clean_file(webp());
  REQUIRE(clean.ok());
  const std::string_view header = "VP8X";
  const auto at = std::search(clean->bytes.begin(), clean->bytes.end(), header.begin(), header.end());
  REQUIRE(at != clean->bytes.end());
  CHECK(at[8] == 0x10);
  CHECK(clean->bytes.size() == 8u + clean->bytes[4] + 256u * clean->bytes[5]);
}

TEST_CASE("a recording keeps its sound and its length, loses the words about it, and can be cleaned again") {
  for (const auto& [recording, type] : {std::pair{webm(), MediaType::WebM}, std::pair{m4a(), MediaType::Mp4}}) {
    CAPTURE(static_cast<int>(type));
    REQUIRE(has(recording, secret_place));
    const auto clean = clean_file(recording);
    REQUIRE(clean.ok());
    CHECK(clean->type == type);
    CHECK(clean->bytes.size() == recording.size());
    CHECK(!has(clean->bytes, "GPS"));
    CHECK(has(clean->bytes, "sound"));
    const auto again = clean_file(clean->bytes);
    REQUIRE(again.ok());
    CHECK(again->bytes == clean->bytes);
  }
}

TEST_CASE("a film, a recording that breaks off and one with something behind it are not taken") {
  CHECK(fault_of(webm(Track::Picture)) == "not_a_photo");
  CHECK(fault_of(m4a(Track::Picture)) == "not_a_photo");
  Bytes nested = m4a();
  for (int i = 0; i < 3000; ++i) nested = mp4_box("moov", text_in(nested));
  Bytes deep = mp4_box("ftyp", "iso5");
  add(deep, text_in(nested));
  CHECK(fault_of(deep) == "not_a_photo");
  CHECK(fault_of(webm(Track::Sound, from_text("MZ behind it"))) == "not_a_photo");
  for (const Bytes& whole : {webm(), m4a()}) {
    for (std::size_t size = 5; size + 1 < whole.size(); ++size) {
      CAPTURE(size);
      const auto clean = clean_file(std::span(whole).first(size));
      // Where a cluster is not begun, what is there is whole.
      if (clean.ok()) CHECK(clean_file(clean->bytes)->bytes == clean->bytes);
    }
  }
}

TEST_CASE("a PDF is passed on as it is, when it has an end") {
  const auto clean = clean_file(pdf());
  REQUIRE(clean.ok());
  CHECK(clean->type == MediaType::Pdf);
  CHECK(clean->bytes == pdf());
  CHECK(fault_of(from_text("%PDF-1.7\n1 0 obj")) == "not_a_photo");
}

TEST_CASE("V1.3.4 V5.2.2: what is none of the types is refused, whatever it is called") {
  for (const std::string_view text :
       {"", "\xFF", "\xFF\xD8", "GIF89a....", "<svg onload='x'>", "<!doctype html>", "PK\3\4", "MZ", "RIFF....AVI "}) {
    CAPTURE(text);
    CHECK(fault_of(from_text(text)) == "not_a_photo");
  }
}

TEST_CASE("a picture that is cut short anywhere before its end is refused, and never read beyond") {
  for (const Bytes& whole : {jpeg(40, 30, ""), png(40, 30, ""), webp(40, 30, 0x10, "")}) {
    REQUIRE(fault_of(whole) == "none");
    for (std::size_t size = 0; size < whole.size(); ++size) {
      CAPTURE(size);
      CHECK(fault_of(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))) == "not_a_photo");
    }
  }
}

TEST_CASE("a length that lies about what is left is refused") {
  for (Bytes picture : {jpeg(), png(), webp()}) {
    int taken = 0;
    for (std::size_t at = 0; at + 4 <= picture.size(); ++at) {
      Bytes lying = picture;
      std::fill_n(lying.begin() + static_cast<std::ptrdiff_t>(at), 4, std::uint8_t{0xFF});
      const auto clean = clean_file(lying);
      if (!clean) continue;
      ++taken;
      CHECK(clean->bytes.size() <= lying.size());
    }
    CHECK(taken < static_cast<int>(picture.size()));
  }
}

TEST_CASE("V5.2.3: a small file that would unfold to a huge picture is refused by its measures") {
  CHECK(fault_of(jpeg(16'384, 2'441)) == "none");
  CHECK(fault_of(jpeg(16'384, 2'442)) == "too_many_pixels");
  CHECK(fault_of(jpeg(65'535, 1)) == "too_many_pixels");
  CHECK(fault_of(jpeg(0, 30)) == "not_a_photo");
  CHECK(fault_of(png(100'000, 100'000)) == "too_many_pixels");
  CHECK(fault_of(png(0xFFFFFFFF, 0xFFFFFFFF)) == "too_many_pixels");
  CHECK(fault_of(png(0, 1)) == "not_a_photo");
  CHECK(fault_of(webp(16'777'216, 16'777'216)) == "too_many_pixels");
}

TEST_CASE("a film, a second frame, unknown needed parts and endless scans are refused") {
  CHECK(fault_of(webp(40, 30, 0x02)) == "not_a_photo");
  Bytes two_frames{0xFF, 0xD8};
  for (int i = 0; i < 2; ++i) add_segment(two_frames, 0xC0, frame_body(1, 1));
  CHECK(fault_of(two_frames) == "not_a_photo");
  Bytes scans{0xFF, 0xD8};
  add_segment(scans, 0xC2, frame_body(1, 1));
  for (int i = 0; i < 101; ++i) add_segment(scans, 0xDA, "x");
  scans.insert(scans.end(), {0xFF, 0xD9});
  CHECK(fault_of(scans) == "not_a_photo");
  Bytes unknown = png();
  const std::string_view gamma = "gAMA";
  std::search(unknown.begin(), unknown.end(), gamma.begin(), gamma.end())[0] = 'G';
  CHECK(fault_of(unknown) == "not_a_photo");
}

}  // namespace alongside::server
