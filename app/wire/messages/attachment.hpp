// Attachments: photos and letters that belong to a document, such as the receipt of a payment. What
// everybody who sees the document gets is an Attachment, a document beside it; the bytes travel apart,
// in pieces (POST /api/attachments/piece), and only after the council knows what they belong to. So a
// photo that cannot be sent holds nothing up. Read at GET /api/attachments/{id}.
#pragma once

#include "app/wire/messages/operation.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::wire {

namespace attachment_limits {
inline constexpr std::size_t file_bytes = std::size_t{5} << 20;
inline constexpr std::size_t piece_bytes = std::size_t{128} << 10;
inline constexpr std::uint64_t pixels = 40'000'000;
inline constexpr std::uint32_t side = 16'384;  // pixels
inline constexpr std::size_t per_document = 5;
}  // namespace attachment_limits

enum class MediaType : std::uint8_t { Jpeg, Png, WebP, Pdf, WebM, Mp4 };  // as the bytes say, never a name
constexpr bool is_known(MediaType type) { return type <= MediaType::Mp4; }
// How a file of this type ends; WebM and MP4 hold sound alone.
constexpr std::string_view ending_of(MediaType type) {
  constexpr std::string_view endings[] = {".jpg", ".png", ".webp", ".pdf", ".webm", ".m4a"};
  return endings[static_cast<unsigned>(type)];
}

// The content of the document; its id is the attachment's, its subject, owner and facet are those of
// what it belongs to: whoever sees one sees the other.
struct Attachment {
  static constexpr SchemaId schema{70, 1};
  DocumentId of;
  PersonId added_by;
  std::uint32_t bytes = 0;  // 0: not arrived yet
  MediaType type = MediaType::Jpeg;
  Tail tail{};
  bool arrived() const { return bytes > 0; }
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(of), CEREAL_NVP(added_by), CEREAL_NVP(bytes), CEREAL_NVP(type), tail);
  }
};

// The part of a file that begins at `offset`; without bytes it only asks how much is there. Sending a
// piece twice does no harm.
struct FilePiece {
  static constexpr SchemaId schema{71, 1};
  DocumentId id;
  std::uint32_t total = 0;     // bytes of the whole file
  std::uint32_t checksum = 0;  // CRC32C of the whole file
  std::uint32_t offset = 0;
  Bytes bytes;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(total), CEREAL_NVP(checksum), CEREAL_NVP(offset), CEREAL_NVP(bytes), tail);
  }
};

enum class FileState : std::uint8_t {
  Receiving,
  Kept,     // with the council, cleaned; the device may let go of it
  Refused,  // for the reason in `code`; nothing of it was kept
};
constexpr bool is_known(FileState state) { return state <= FileState::Refused; }

struct FileProgress {
  static constexpr SchemaId schema{72, 1};
  DocumentId id;
  FileState state = FileState::Receiving;
  std::uint32_t received = 0;  // where the next piece begins
  std::string code;            // "not_a_photo", "too_many_pixels", "damaged", "no_room"
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(state), CEREAL_NVP(received), CEREAL_NVP(code), tail);
  }
};

}  // namespace alongside::wire
