// Small pictures of each type, with all that a phone writes into them, for the tests of attachments and
// the seeds of the fuzzer. Their lines are no real picture: what cleans them does not look at those.
#pragma once

#include "app/base/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::testing {

// What must not be found in anything that was cleaned.
inline constexpr std::string_view secret_place = "GPS 52.9410,-0.2826";

// All of it, also behind a zero.
template <std::size_t size>
std::string_view literal(const char (&text)[size]) {
  return {text, size - 1};
}

inline void add(Bytes& out, std::string_view text) { out.insert(out.end(), text.begin(), text.end()); }
inline void add_big(Bytes& out, std::uint32_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}
inline void add_little(Bytes& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

inline void add_segment(Bytes& out, std::uint8_t marker, std::string_view body) {
  out.insert(out.end(), {0xFF, marker});
  add_big(out, static_cast<std::uint32_t>(body.size() + 2), 2);
  add(out, body);
}

inline std::string frame_body(std::uint16_t width, std::uint16_t height) {
  Bytes body{8};
  add_big(body, height, 2);
  add_big(body, width, 2);
  add(body, literal("\1\1\x11\0"));
  return {body.begin(), body.end()};
}

inline Bytes jpeg(std::uint16_t width = 40, std::uint16_t height = 30, std::string_view place = secret_place) {
  Bytes out{0xFF, 0xD8};
  add_segment(out, 0xE0, literal("JFIF\0\1\2\0\0\1\0\1\1\1abc"));  // with a small picture of one pixel
  add_segment(out, 0xE1, std::string(literal("Exif\0\0")) + std::string(place));
  add_segment(out, 0xE1, std::string(literal("http://ns.adobe.com/xap/1.0/\0")) + std::string(place));
  add_segment(out, 0xE2, literal("MPF\0second picture"));
  add_segment(out, 0xEE, literal("Adobe\0\x64\0\0\0\0\1"));
  add_segment(out, 0xFE, place);
  add_segment(out, 0xDB, literal("\0tables"));
  add_segment(out, 0xC0, frame_body(width, height));
  add_segment(out, 0xC4, literal("\0tables"));
  add_segment(out, 0xDA, literal("\1\1\0\0\77\0"));
  add(out, literal("lines\xFF\0lines\xFF\xD0lines"));
  out.insert(out.end(), {0xFF, 0xD9});
  add(out, place);  // what some phones put behind the picture: a film, or another picture
  return out;
}

inline void add_chunk(Bytes& out, std::string_view name, std::string_view body) {
  add_big(out, static_cast<std::uint32_t>(body.size()), 4);
  add(out, name);
  add(out, body);
  add_big(out, 0x12345678, 4);
}

inline Bytes png(std::uint32_t width = 40, std::uint32_t height = 30, std::string_view place = secret_place) {
  Bytes header;
  add_big(header, width, 4);
  add_big(header, height, 4);
  add(header, literal("\10\2\0\0\0"));
  Bytes out;
  add(out, literal("\x89PNG\r\n\x1A\n"));
  add_chunk(out, "IHDR", std::string(header.begin(), header.end()));
  add_chunk(out, "gAMA", literal("\0\0\xB1\x8F"));
  add_chunk(out, "pHYs", std::string(20, '-') + std::string(place));  // longer than it may be
  add_chunk(out, "eXIf", place);
  add_chunk(out, "tEXt", place);
  add_chunk(out, "IDAT", literal("lines"));
  add_chunk(out, "IEND", {});
  add(out, place);
  return out;
}

inline void add_part(Bytes& out, std::string_view name, std::string_view body) {
  add(out, name);
  add_little(out, static_cast<std::uint32_t>(body.size()), 4);
  add(out, body);
  if (body.size() % 2 == 1) out.push_back(0);
}

inline Bytes webp(std::uint32_t width = 40, std::uint32_t height = 30, std::uint8_t flags = 0x3C,
                  std::string_view place = secret_place) {
  Bytes header{flags, 0, 0, 0};
  add_little(header, width - 1, 3);
  add_little(header, height - 1, 3);
  Bytes parts;
  add_part(parts, "VP8X", std::string(header.begin(), header.end()));
  add_part(parts, "ICCP", place);
  add_part(parts, "ALPH", literal("alpha"));
  Bytes lines{0x10, 0, 0, 0x9D, 0x01, 0x2A};
  add_little(lines, width & 0x3FFF, 2);
  add_little(lines, height & 0x3FFF, 2);
  add(lines, "lines");
  add_part(parts, "VP8 ", std::string(lines.begin(), lines.end()));
  add_part(parts, "EXIF", place);
  add_part(parts, "XMP ", place);
  Bytes out;
  add(out, "RIFF");
  add_little(out, static_cast<std::uint32_t>(parts.size() + 4), 4);
  add(out, "WEBP");
  out.insert(out.end(), parts.begin(), parts.end());
  add(out, place);
  return out;
}

inline Bytes pdf() {
  Bytes out;
  add(out, "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n");
  return out;
}

}  // namespace alongside::testing
