#include "app/client/attachments/file_upload.hpp"

#include "app/client/platform.hpp"
#include "app/wire/crc32c.hpp"
#include "app/wire/frame.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {
namespace {

// Another tab sends the same file, or the first try of a piece came after its second: more than this is
// no accident, and a pause helps.
constexpr int most_detours = 8;

}  // namespace

FileUpload::FileUpload(Platform& platform, DocumentId id, std::shared_ptr<const Bytes> bytes, Ended ended)
    : platform_(platform),
      id_(id),
      bytes_(std::move(bytes)),
      ended_(std::move(ended)),
      checksum_(wire::crc32c(*bytes_)) {}

void FileUpload::send(std::size_t from, std::size_t count) {
  wire::FilePiece piece;
  piece.id = id_;
  piece.total = static_cast<std::uint32_t>(bytes_->size());
  piece.checksum = checksum_;
  piece.offset = static_cast<std::uint32_t>(from);
  const auto begin = bytes_->begin() + static_cast<std::ptrdiff_t>(from);
  piece.bytes.assign(begin, begin + static_cast<std::ptrdiff_t>(std::min(count, bytes_->size() - from)));
  expected_ = from + piece.bytes.size();
  platform_.post("/api/attachments/piece", wire::encode_frame(piece), Credentials::Sent,
                 [this, alive = std::weak_ptr(alive_)](const Result<Bytes>& reply) {
                   if (!alive.expired()) answered(reply);
                 });
}

void FileUpload::answered(const Result<Bytes>& reply) {
  if (!reply.ok()) return end(reply.error());
  auto progress = wire::decode_frame<wire::FileProgress>(reply.value());
  if (!progress.ok()) return end(progress.error());
  if (progress->state != wire::FileState::Receiving) return end(std::move(progress));
  go_on(progress.value());
}

// Whoever hears of the end may destroy this.
void FileUpload::end(Result<wire::FileProgress> result) {
  const Ended ended = std::move(ended_);
  ended(std::move(result));
}

void FileUpload::go_on(const wire::FileProgress& progress) {
  const bool possible = progress.id == id_ && progress.received < bytes_->size();
  if (progress.received != expected_) ++detours_;
  if (!possible || detours_ > most_detours) return end(Error{ErrorCode::Unavailable, "a file does not go on"});
  send(progress.received, piece_bytes);
}

}  // namespace alongside::client
