#include "app/server/attachments/clean_file.hpp"

#include "app/server/attachments/clean_picture.hpp"
#include "app/server/attachments/clean_sound.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace alongside::server {
namespace {

using namespace std::string_view_literals;
using wire::MediaType;

std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<MediaType> type_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return MediaType::Jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return MediaType::Png;
  if (bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv)) return MediaType::WebP;
  if (bytes.starts_with("%PDF-1."sv) || bytes.starts_with("%PDF-2."sv)) return MediaType::Pdf;
  if (bytes.starts_with("\x1A\x45\xDF\xA3"sv)) return MediaType::WebM;
  if (bytes.substr(0, 8).ends_with("ftyp"sv)) return MediaType::Mp4;
  return std::nullopt;
}

// Only that it is whole. Nobody here opens it, and whoever saves it opens it as any letter of a stranger.
Result<Bytes> pass_pdf(std::span<const std::uint8_t> bytes) {
  constexpr std::size_t trailer = 2048;
  const auto end = bytes.last(std::min(trailer, bytes.size()));
  if (text_of(end).find("%%EOF"sv) == std::string_view::npos) return not_a_photo();
  return Bytes(bytes.begin(), bytes.end());
}

Result<Bytes> clean(MediaType type, std::span<const std::uint8_t> bytes) {
  switch (type) {
    case MediaType::Jpeg: return clean_jpeg(bytes);
    case MediaType::Png: return clean_png(bytes);
    case MediaType::WebP: return clean_webp(bytes);
    case MediaType::Pdf: return pass_pdf(bytes);
    case MediaType::WebM: return clean_webm(bytes);
    case MediaType::Mp4: return clean_mp4(bytes);
  }
  return not_a_photo();
}

}  // namespace

Result<CleanFile> clean_file(std::span<const std::uint8_t> bytes) {
  const auto type = type_of(text_of(bytes));
  if (!type) return not_a_photo();
  return CleanFile{*type, ALONGSIDE_TRY(clean(*type, bytes))};
}

}  // namespace alongside::server
