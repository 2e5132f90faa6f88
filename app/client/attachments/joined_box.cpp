#include "app/client/attachments/joined_box.hpp"

#include "app/client/attachments/file_upload.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/crc32c.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/attachment.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {
namespace {

constexpr std::size_t most_bytes = wire::attachment_limits::file_bytes;

std::string key_of(DocumentId id) { return "joined " + id.text(); }

}  // namespace

void JoinedBox::add(Records& beside, std::string_view token, Kind kind, Added added) {
  const auto told = [this, added = std::move(added)](Result<DocumentId> id) {
    added(std::move(id));
    platform_.wake();
  };
  auto read = [this, &beside, told](Result<Bytes> bytes) {
    if (bytes.ok() && bytes->size() > most_bytes) bytes = Error{ErrorCode::TooLarge, "file"};
    if (!bytes.ok()) return told(bytes.error());
    keep(beside, std::move(bytes).value(), told);
  };
  if (kind == Kind::Recording) return platform_.read_file(token, most_bytes, std::move(read));
  platform_.take_file(token, std::move(read));
}

// Of who is not signed in nothing is kept: it lies here until it is sent, as their answers do.
void JoinedBox::keep(Records& beside, Bytes bytes, const Added& added) {
  const DocumentId id = beside.new_document();
  beside.keep_draft(key_of(id), bytes, [this, &beside, id, bytes, added](const Result<void>& kept) {
    if (kept.ok()) return added(id);
    if (kept.error().code == ErrorCode::SignedOut) {
      in_memory_[id] = bytes;
      return added(id);
    }
    remove(beside, id);
    added(Error{ErrorCode::Storage, "a file could not be kept"});
  });
}

void JoinedBox::remove(Records& beside, DocumentId id) {
  in_memory_.erase(id);
  beside.drop_draft(key_of(id));
}

void JoinedBox::save_with(Records& beside, std::vector<DocumentId> files, Change change, Records::Saved saved) {
  if (files.empty()) return beside.save(std::move(change), std::move(saved));
  const DocumentId id = files.back();
  files.pop_back();
  attachments_.keep(
      id, content(beside, id),
      [this, &beside, files, change = std::move(change), saved = std::move(saved)](const Result<void>& kept) {
        if (!kept.ok()) return saved(kept.error());
        save_with(beside, files, change, saved);
      });
}

std::vector<Bytes> JoinedBox::pieces(Records& beside, const std::vector<DocumentId>& files) const {
  std::vector<Bytes> pieces;
  for (const DocumentId id : files) {
    const Bytes bytes = content(beside, id);
    const std::uint32_t checksum = wire::crc32c(bytes);
    for (std::size_t from = 0; from < bytes.size(); from += FileUpload::piece_bytes) {
      const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(from);
      const auto size = static_cast<std::ptrdiff_t>(std::min(FileUpload::piece_bytes, bytes.size() - from));
      wire::FilePiece piece{id,
                            static_cast<std::uint32_t>(bytes.size()),
                            checksum,
                            static_cast<std::uint32_t>(from),
                            Bytes(begin, begin + size),
                            {}};
      pieces.push_back(wire::encode_frame(piece));
    }
  }
  return pieces;
}

Bytes JoinedBox::content(Records& beside, DocumentId id) const {
  const auto here = in_memory_.find(id);
  return here != in_memory_.end() ? here->second : beside.draft(key_of(id)).value_or(Bytes());
}

}  // namespace alongside::client
