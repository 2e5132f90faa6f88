#include "app/server/attachments/attachment_desk.hpp"

#include "app/server/attachments/clean_file.hpp"
#include "app/server/audit/read_audit.hpp"
#include "app/server/database.hpp"
#include "app/server/sync/document_rows.hpp"
#include "app/server/sync/new_content.hpp"
#include "app/wire/crc32c.hpp"
#include "app/wire/payload.hpp"

#include <utility>

namespace alongside::server {
namespace {

namespace limits = wire::attachment_limits;

Error not_found() { return {ErrorCode::NotFound, "There is nothing at this address."}; }

Result<void> check(const wire::FilePiece& piece) {
  const bool fits = piece.total > 0 && piece.total <= limits::file_bytes && piece.bytes.size() <= limits::piece_bytes &&
                    piece.offset <= piece.total && piece.bytes.size() <= piece.total - piece.offset;
  if (fits) return {};
  return Error{ErrorCode::InvalidInput, "bad_piece"};
}

wire::FileProgress received(const wire::FilePiece& piece, std::size_t bytes) {
  wire::FileProgress progress;
  progress.id = piece.id;
  progress.received = static_cast<std::uint32_t>(bytes);
  return progress;
}

wire::FileProgress refused(const wire::FilePiece& piece, std::string_view code) {
  wire::FileProgress progress;
  progress.id = piece.id;
  progress.state = wire::FileState::Refused;
  progress.code = code;
  return progress;
}

wire::FileProgress kept(const wire::FilePiece& piece) {
  wire::FileProgress progress = received(piece, piece.total);
  progress.state = wire::FileState::Kept;
  return progress;
}

Result<wire::Attachment> attachment_in(const NumberedDocument& row) {
  return wire::decode_payload<wire::Attachment>(row.document.content);
}

}  // namespace

// What the actor may see of this id that is an attachment, their own first.
Result<std::optional<NumberedDocument>> AttachmentDesk::seen(const Actor& actor, std::string_view what,
                                                             DocumentId id) const {
  std::optional<NumberedDocument> found;
  for (NumberedDocument& row : ALONGSIDE_TRY(rows_of_id(database_, id))) {
    const wire::Document& document = row.document;
    if (document.kind != wire::Attachment::schema.id || document.state == wire::DocumentState::Gone) continue;
    const AccessTarget target{document.subject, document.owner, document.facet, Intention::See};
    const auto allowed = access_.authorise(actor, what, target);
    if (!allowed && allowed.error().code == ErrorCode::Storage) return allowed.error();
    if (!allowed) continue;
    if (!found || document.owner == actor.person) found = std::move(row);
  }
  return found;
}

Result<NumberedDocument> AttachmentDesk::waiting(const Actor& actor, const wire::FilePiece& piece) const {
  auto row = ALONGSIDE_TRY(seen(actor, piece_row, piece.id));
  if (!row) return not_found();
  const auto attachment = ALONGSIDE_TRY(attachment_in(*row));
  if (attachment.added_by != actor.person) return not_found();
  return std::move(*row);
}

Result<TakenPiece> AttachmentDesk::take(const Actor& actor, const wire::FilePiece& piece, Scanning scanning) {
  ALONGSIDE_TRY(check(piece));
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  const NumberedDocument row = ALONGSIDE_TRY(waiting(actor, piece));
  if (ALONGSIDE_TRY(attachment_in(row)).arrived()) return TakenPiece{kept(piece), {}};
  const std::size_t there = ALONGSIDE_TRY(receive(row, piece));
  TakenPiece taken{received(piece, there), {}};
  if (there == piece.total && scanning == Scanning::On)
    taken.to_scan = ALONGSIDE_TRY(AttachmentRows(database_).pieces(row.number));
  else if (there == piece.total)
    taken.progress = ALONGSIDE_TRY(finish(row, piece));
  ALONGSIDE_TRY(transaction.commit());
  return taken;
}

Result<wire::FileProgress> AttachmentDesk::settle(const Actor& actor, const wire::FilePiece& piece,
                                                  ScanVerdict verdict) {
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  const NumberedDocument row = ALONGSIDE_TRY(waiting(actor, piece));
  if (ALONGSIDE_TRY(attachment_in(row)).arrived()) return kept(piece);
  AttachmentRows rows(database_);
  const auto upload = ALONGSIDE_TRY(rows.upload(row.number));
  // Another page began it again while this one was looked through.
  const bool same = upload && upload->total == piece.total && upload->checksum == piece.checksum;
  if (!same || upload->received != piece.total) return received(piece, same ? upload->received : 0);
  if (verdict == ScanVerdict::Harmful) ALONGSIDE_TRY(rows.forget(row.number));
  auto progress = verdict == ScanVerdict::Harmful ? refused(piece, "harmful") : ALONGSIDE_TRY(finish(row, piece));
  ALONGSIDE_TRY(transaction.commit());
  return progress;
}

Result<std::size_t> AttachmentDesk::receive(const NumberedDocument& row, const wire::FilePiece& piece) {
  AttachmentRows rows(database_);
  auto upload = ALONGSIDE_TRY(rows.upload(row.number));
  if (!upload || upload->total != piece.total || upload->checksum != piece.checksum) {
    upload = Upload{piece.total, piece.checksum, 0};
    ALONGSIDE_TRY(rows.begin(row.number, *upload));
  }
  // A piece that came twice, or before the one in front of it: the device is told where to go on.
  if (piece.offset != upload->received || piece.bytes.empty()) return std::size_t{upload->received};
  ALONGSIDE_TRY(rows.append(row.number, piece.offset, piece.bytes));
  return piece.offset + piece.bytes.size();
}

// The last piece: the file is checked, cleaned and kept in the same transaction, or forgotten.
Result<wire::FileProgress> AttachmentDesk::finish(const NumberedDocument& row, const wire::FilePiece& piece) {
  AttachmentRows rows(database_);
  const Bytes whole = ALONGSIDE_TRY(rows.pieces(row.number));
  ALONGSIDE_TRY(rows.forget(row.number));
  if (wire::crc32c(whole) != piece.checksum) return refused(piece, "damaged");
  auto clean = clean_file(whole);
  if (!clean) return refused(piece, clean.error().detail);
  const auto attachment = ALONGSIDE_TRY(attachment_in(row));
  const std::int64_t before = ALONGSIDE_TRY(rows.bytes_of(attachment.added_by));
  if (before + static_cast<std::int64_t>(clean->bytes.size()) > most_bytes_a_person) return refused(piece, "no_room");
  ALONGSIDE_TRY(keep(row, {clean->type, std::move(clean->bytes)}));
  return kept(piece);
}

// Whoever sees the document learns in the same moment that the file is here.
Result<void> AttachmentDesk::keep(const NumberedDocument& row, KeptFile file) {
  auto attachment = ALONGSIDE_TRY(attachment_in(row));
  attachment.bytes = static_cast<std::uint32_t>(file.bytes.size());
  attachment.type = file.type;
  const wire::Document& document = row.document;
  ALONGSIDE_TRY(AttachmentRows(database_).keep(row.number, {document.subject.household, attachment.added_by}, file));
  ALONGSIDE_TRY(documents_.put_by_council(
      new_content(document.id, document.subject, document.owner, document.facet, attachment)));
  return {};
}

Result<KeptFile> AttachmentDesk::file(const Actor& actor, DocumentId id) const {
  const auto row = ALONGSIDE_TRY(seen(actor, file_row, id));
  if (!row) return not_found();
  auto file = ALONGSIDE_TRY(AttachmentRows(database_).file(row->number));
  if (!file) return not_found();
  ALONGSIDE_TRY(ReadAudit(database_, clock_.now_ms(), access_.today()).note(actor.person, {row->document}));
  return std::move(*file);
}

}  // namespace alongside::server
