#include "app/server/attachments/clean_picture.hpp"
#include "app/server/attachments/clean_sound.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace alongside::server {
namespace {

constexpr std::uint32_t ebml = 0x1A45DFA3, doc_type = 0x4282, segment = 0x18538067, tracks = 0x1654AE6B, track = 0xAE,
                        track_type = 0x83, cluster = 0x1F43B675;
constexpr std::uint32_t kept_in_segment[] = {tracks, cluster, 0x1549A966 /* info */, 0x1C53BB6B /* cues */,
                                             0x114D9B74 /* where they are */};
constexpr std::uint8_t sound = 2;

struct Element {
  std::uint32_t id = 0;
  std::size_t begin = 0;    // of its id
  std::size_t content = 0;  // of what is in it
  std::size_t end = 0;
  bool is_open = false;  // it ends where what follows cannot be in it: so it is made while somebody still speaks
};

// A number whose first byte says by its leading noughts how long it is. `marked`: with that mark, as ids are.
std::optional<std::uint64_t> number_at(std::span<const std::uint8_t> bytes, std::size_t& at, std::size_t most,
                                       bool marked, bool* is_unknown = nullptr) {
  if (at >= bytes.size() || bytes[at] == 0) return std::nullopt;
  std::size_t length = 1;
  while ((bytes[at] & (0x80u >> (length - 1))) == 0) ++length;
  if (length > most || bytes.size() - at < length) return std::nullopt;
  std::uint64_t value = marked ? bytes[at] : bytes[at] & (0x7Fu >> (length - 1));
  bool all_ones = (bytes[at] & (0x7Fu >> (length - 1))) == (0x7Fu >> (length - 1));
  for (std::size_t i = 1; i < length; ++i) {
    value = value << 8 | bytes[at + i];
    all_ones = all_ones && bytes[at + i] == 0xFF;
  }
  at += length;
  if (is_unknown != nullptr) *is_unknown = all_ones;
  return value;
}

std::optional<Element> element_at(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t end) {
  Element element;
  element.begin = at;
  const auto id = number_at(bytes.first(end), at, 4, true);
  const auto size = id ? number_at(bytes.first(end), at, 8, false, &element.is_open) : std::nullopt;
  if (!size) return std::nullopt;
  element.id = static_cast<std::uint32_t>(*id);
  element.content = at;
  if (!element.is_open && *size > end - at) return std::nullopt;
  element.end = element.is_open ? end : at + static_cast<std::size_t>(*size);
  return element;
}

bool is_of_segment(std::uint32_t id) { return id > 0xFFFFFF; }  // only those have ids of four bytes

// Where a cluster ends that does not say so.
std::optional<std::size_t> end_of_open(std::span<const std::uint8_t> bytes, const Element& open) {
  std::size_t at = open.content;
  while (at < open.end) {
    const auto inner = element_at(bytes, at, open.end);
    if (!inner || (inner->is_open && !is_of_segment(inner->id))) return std::nullopt;
    if (is_of_segment(inner->id)) return at;
    at = inner->end;
  }
  return at;
}

bool has_sound_alone(std::span<const std::uint8_t> bytes, const Element& list) {
  std::size_t found = 0;
  for (std::size_t at = list.content; at < list.end;) {
    const auto one = element_at(bytes, at, list.end);
    if (!one || one->is_open) return false;
    for (std::size_t in = one->content; one->id == track && in < one->end;) {
      const auto part = element_at(bytes, in, one->end);
      if (!part || part->is_open) return false;
      if (part->id == track_type && (part->end - part->content != 1 || bytes[part->content] != sound)) return false;
      if (part->id == track_type) ++found;
      in = part->end;
    }
    at = one->end;
  }
  return found > 0;
}

// Its bytes become nothing, and what comes after stays where it is.
bool blank(Bytes& bytes, const Element& element) {
  const std::size_t size = element.end - element.begin;
  constexpr std::size_t head = 9;  // the id of nothing, and a size in eight bytes
  if (size < head) return false;
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(element.begin),
            bytes.begin() + static_cast<std::ptrdiff_t>(element.end), std::uint8_t{0});
  bytes[element.begin] = 0xEC;
  std::uint64_t left = size - head;
  for (std::size_t i = head - 1; i > 1; --i, left >>= 8) bytes[element.begin + i] = static_cast<std::uint8_t>(left);
  bytes[element.begin + 1] = 0x01;
  return true;
}

bool is_webm(std::span<const std::uint8_t> bytes, const Element& head) {
  for (std::size_t at = head.content; at < head.end;) {
    const auto part = element_at(bytes, at, head.end);
    if (!part || part->is_open) return false;
    const std::string_view words(reinterpret_cast<const char*>(bytes.data()) + part->content,
                                 part->end - part->content);
    if (part->id == doc_type) return words == "webm";
    at = part->end;
  }
  return false;
}

}  // namespace

Result<Bytes> clean_webm(std::span<const std::uint8_t> bytes) {
  const auto head = element_at(bytes, 0, bytes.size());
  if (!head || head->id != ebml || head->is_open || !is_webm(bytes, *head)) return not_a_photo();
  const auto body = element_at(bytes, head->end, bytes.size());
  if (!body || body->id != segment || body->end != bytes.size()) return not_a_photo();
  Bytes clean(bytes.begin(), bytes.end());
  bool has_sound = false;
  for (std::size_t at = body->content; at < body->end;) {
    auto part = element_at(bytes, at, body->end);
    if (!part || (part->is_open && part->id != cluster)) return not_a_photo();
    if (part->is_open) {
      const auto end = end_of_open(bytes, *part);
      if (!end) return not_a_photo();
      part->end = *end;
    }
    if (part->id == tracks) has_sound = has_sound_alone(bytes, *part);
    if (part->id == tracks && !has_sound) return not_a_photo();
    const bool is_kept = std::ranges::find(kept_in_segment, part->id) != std::end(kept_in_segment);
    if (!is_kept && !blank(clean, *part)) return not_a_photo();
    at = part->end;
  }
  if (!has_sound) return not_a_photo();
  return clean;
}

}  // namespace alongside::server
