// AttachmentRows: the rows of the tables of attachments, without any question of who may do what: that is
// asked by AttachmentDesk, inside whose transactions all of it happens.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/digest.hpp"
#include "app/server/sync/feeds.hpp"
#include "app/wire/messages/attachment.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace alongside::server {

class Database;

// A file on its way.
struct Upload {
  std::uint32_t total = 0;
  std::uint32_t checksum = 0;
  std::uint32_t received = 0;
};

// Whose file it is: what is equal is kept once for each of them.
struct FileKeeper {
  HouseholdId household;
  PersonId person;
};

struct KeptFile {
  wire::MediaType type = wire::MediaType::Jpeg;
  Bytes bytes;
};

class AttachmentRows {
 public:
  explicit AttachmentRows(Database& database) : database_(database) {}

  Result<std::optional<Upload>> upload(DocumentNumber document) const;
  // Anew: what was there of it goes.
  Result<void> begin(DocumentNumber document, const Upload& upload);
  Result<void> append(DocumentNumber document, std::uint32_t offset, std::span<const std::uint8_t> bytes);
  Result<Bytes> pieces(DocumentNumber document) const;
  Result<void> forget(DocumentNumber document);  // an upload and its pieces

  Result<std::int64_t> bytes_of(PersonId person) const;  // all that is kept of theirs
  Result<void> keep(DocumentNumber document, const FileKeeper& keeper, const KeptFile& file);
  Result<std::optional<KeptFile>> file(DocumentNumber document) const;

 private:
  Database& database_;
};

}  // namespace alongside::server
