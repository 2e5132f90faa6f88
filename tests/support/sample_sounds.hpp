// Small recordings of each type, as browsers make them, with words about them in them, for the tests of attachments and
// the seeds of the fuzzer. Their sound is none: what cleans them does not listen.
#pragma once

#include "tests/support/sample_pictures.hpp"

namespace alongside::testing {

enum class Track : std::uint8_t { Sound, Picture };

// An element with a size of one byte.
inline Bytes webm_part(std::string_view id, std::string_view content) {
  Bytes part;
  add(part, id);
  part.push_back(static_cast<std::uint8_t>(0x80 | content.size()));
  add(part, content);
  return part;
}
inline std::string_view text_in(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline Bytes bytes_in(std::string_view text) { return {text.begin(), text.end()}; }

// Chromium's: neither the whole nor a cluster says how long it is. `end`: what stands behind the sound.
inline Bytes webm(Track track = Track::Sound, const Bytes& end = {}) {
  const Bytes type = webm_part("\x83", track == Track::Sound ? "\x02" : "\x01");
  const Bytes entry = webm_part("\xAE", text_in(type));
  const Bytes parts[] = {webm_part("\x1A\x45\xDF\xA3", text_in(webm_part("\x42\x82", "webm"))),
                         bytes_in(literal("\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF")),
                         webm_part("\x12\x54\xC3\x67", secret_place),
                         webm_part("\x16\x54\xAE\x6B", text_in(entry)),
                         bytes_in(literal("\x1F\x43\xB6\x75\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF")),
                         webm_part("\xA3", "sound"),
                         end};
  Bytes all;
  for (const Bytes& part : parts) add(all, text_in(part));
  return all;
}

inline Bytes mp4_box(std::string_view type, std::string_view content) {
  Bytes box;
  add_big(box, static_cast<std::uint32_t>(8 + content.size()), 4);
  add(box, type);
  add(box, content);
  return box;
}

// Safari's, in its order; the place stands where a phone writes it.
inline Bytes m4a(Track track = Track::Sound) {
  const std::string handler = std::string(8, '\0') + (track == Track::Sound ? "soun" : "vide") + std::string(12, '\0');
  const Bytes media = mp4_box("mdia", text_in(mp4_box("hdlr", handler)));
  Bytes inside = mp4_box("trak", text_in(media));
  add(inside, text_in(mp4_box("udta", secret_place)));
  Bytes all = mp4_box("ftyp", "iso5\x01\x01\x01\x01iso5");
  add(all, text_in(mp4_box("moov", text_in(inside))));
  add(all, text_in(mp4_box("moof", "parts")));
  add(all, text_in(mp4_box("mdat", "sound")));
  return all;
}

}  // namespace alongside::testing
