#include "app/server/attachments/clean_picture.hpp"
#include "app/server/attachments/clean_sound.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace alongside::server {
namespace {

constexpr std::size_t head_bytes = 8;
constexpr int deepest = 4;  // moov, trak, mdia, and what is in it
constexpr std::string_view at_top[] = {"ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx", "free", "skip"};
constexpr std::string_view boxes_of_boxes[] = {"moov", "trak", "mdia"};
constexpr std::string_view only_words[] = {"udta", "meta", "uuid"};

struct Box {
  std::string_view type;
  std::size_t begin = 0, content = 0, end = 0;
};

bool is_in(std::string_view type, std::span<const std::string_view> types) {
  return std::ranges::find(types, type) != types.end();
}

std::optional<Box> box_at(std::span<const std::uint8_t> bytes, std::size_t at, std::size_t end) {
  if (end - at < head_bytes) return std::nullopt;
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < 4; ++i) size = size << 8 | bytes[at + i];
  Box box{{reinterpret_cast<const char*>(bytes.data()) + at + 4, 4}, at, at + head_bytes, 0};
  if (size == 1 && end - at >= 2 * head_bytes) {  // it is told in eight bytes more
    size = 0;
    for (std::size_t i = head_bytes; i < 2 * head_bytes; ++i) size = size << 8 | bytes[at + i];
    box.content += head_bytes;
  }
  if (size < box.content - at || size > end - at) return std::nullopt;
  box.end = at + static_cast<std::size_t>(size);
  return box;
}

// Looks through the boxes from one place to another, and blanks in `clean` what is only words about the sound.
class Walk {
 public:
  Walk(std::span<const std::uint8_t> bytes, Bytes& clean) : bytes_(bytes), clean_(clean) {}

  bool inside(std::size_t at, std::size_t end, int depth) {
    while (at < end) {
      const auto box = box_at(bytes_, at, end);
      if (!box || !one(*box, depth)) return false;
      at = box->end;
    }
    return true;
  }
  bool has_sound() const { return sounds_ > 0; }

 private:
  bool one(const Box& box, int depth) {
    const bool is_words = is_in(box.type, only_words);
    if (depth == 0 && !is_words && !is_in(box.type, at_top)) return false;
    if (is_words) blank(box);
    if (box.type == "hdlr" && !is_sound(box)) return false;
    return !is_in(box.type, boxes_of_boxes) || (depth < deepest && inside(box.content, box.end, depth + 1));
  }

  // Four bytes of version and four of nothing stand before what it handles.
  bool is_sound(const Box& box) {
    const bool is_it = box.end - box.content >= 12 &&
                       std::string_view(reinterpret_cast<const char*>(bytes_.data()) + box.content + 8, 4) == "soun";
    sounds_ += is_it ? 1 : 0;
    return is_it;
  }

  void blank(const Box& box) {
    constexpr std::string_view nothing = "free";
    std::ranges::copy(nothing, clean_.begin() + static_cast<std::ptrdiff_t>(box.begin + 4));
    std::fill(clean_.begin() + static_cast<std::ptrdiff_t>(box.content),
              clean_.begin() + static_cast<std::ptrdiff_t>(box.end), std::uint8_t{0});
  }

  std::span<const std::uint8_t> bytes_;
  Bytes& clean_;
  std::size_t sounds_ = 0;
};

}  // namespace

Result<Bytes> clean_mp4(std::span<const std::uint8_t> bytes) {
  Bytes clean(bytes.begin(), bytes.end());
  Walk walk(bytes, clean);
  if (!walk.inside(0, bytes.size(), 0) || !walk.has_sound()) return not_a_photo();
  return clean;
}

}  // namespace alongside::server
