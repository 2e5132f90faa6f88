#include "app/server/attachments/attachment_rows.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"

namespace alongside::server {
namespace {

std::int64_t number(DocumentNumber document) { return static_cast<std::int64_t>(document); }

}  // namespace

Result<std::optional<Upload>> AttachmentRows::upload(DocumentNumber document) const {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT total, checksum, received FROM attachment_upload WHERE document = ?1"));
  select.bind(1, number(document));
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<Upload>();
  const auto column = [&](int i) { return static_cast<std::uint32_t>(select.column_integer(i)); };
  return std::optional<Upload>({column(0), column(1), column(2)});
}

Result<void> AttachmentRows::begin(DocumentNumber document, const Upload& upload) {
  ALONGSIDE_TRY(forget(document));
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO attachment_upload (document, total, checksum, received) VALUES (?1, ?2, ?3, 0)"));
  insert.bind(1, number(document)).bind(2, std::int64_t{upload.total}).bind(3, std::int64_t{upload.checksum});
  return insert.run();
}

Result<void> AttachmentRows::append(DocumentNumber document, std::uint32_t offset,
                                    std::span<const std::uint8_t> bytes) {
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO attachment_piece (document, offset, bytes) VALUES (?1, ?2, ?3)"));
  insert.bind(1, number(document)).bind(2, std::int64_t{offset}).bind_bytes(3, bytes);
  ALONGSIDE_TRY(insert.run());
  auto update = ALONGSIDE_TRY(database_.prepare("UPDATE attachment_upload SET received = ?2 WHERE document = ?1"));
  update.bind(1, number(document)).bind(2, static_cast<std::int64_t>(offset + bytes.size()));
  return update.run();
}

Result<Bytes> AttachmentRows::pieces(DocumentNumber document) const {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT bytes FROM attachment_piece WHERE document = ?1 ORDER BY offset"));
  select.bind(1, number(document));
  Bytes all;
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    const auto piece = select.column_bytes(0);
    all.insert(all.end(), piece.begin(), piece.end());
  }
  return all;
}

Result<void> AttachmentRows::forget(DocumentNumber document) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM attachment_upload WHERE document = ?1"));
  return remove.bind(1, number(document)).run();
}

Result<std::int64_t> AttachmentRows::bytes_of(PersonId person) const {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT coalesce(sum(size), 0) FROM attachment_blob WHERE person = ?1"));
  bind_id(select, 1, person);
  ALONGSIDE_TRY(select.step());
  return select.column_integer(0);
}

Result<void> AttachmentRows::keep(DocumentNumber document, const FileKeeper& keeper, const KeptFile& file) {
  const Sha256 digest = ALONGSIDE_TRY(sha256(file.bytes));
  auto blob =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO attachment_blob (household, person, digest, size, bytes)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING"));
  bind_id(blob, 1, keeper.household);
  bind_id(blob, 2, keeper.person);
  blob.bind_bytes(3, digest).bind(4, static_cast<std::int64_t>(file.bytes.size())).bind_bytes(5, file.bytes);
  ALONGSIDE_TRY(blob.run());
  auto row =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO attachment_file (document, household, person, digest, type)"
                                      " VALUES (?1, ?2, ?3, ?4, ?5)"));
  row.bind(1, number(document)).bind_bytes(4, digest).bind(5, static_cast<int>(file.type));
  bind_id(row, 2, keeper.household);
  bind_id(row, 3, keeper.person);
  ALONGSIDE_TRY(row.run());
  return forget(document);
}

Result<std::optional<KeptFile>> AttachmentRows::file(DocumentNumber document) const {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT attachment_file.type, attachment_blob.bytes FROM attachment_file"
                                      " JOIN attachment_blob USING (household, person, digest) WHERE document = ?1"));
  select.bind(1, number(document));
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<KeptFile>();
  KeptFile file;
  file.type = static_cast<wire::MediaType>(select.column_integer(0));
  const auto bytes = select.column_bytes(1);
  file.bytes.assign(bytes.begin(), bytes.end());
  return std::optional<KeptFile>(std::move(file));
}

}  // namespace alongside::server
