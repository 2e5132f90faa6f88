// AttachmentDesk: takes the pieces of a file that some document waits for, and hands out what has
// arrived. Made by the feature of the routes, and by tests. Begins its own transaction in each call.
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/attachments/attachment_rows.hpp"
#include "app/server/attachments/file_scanner.hpp"
#include "app/server/sync/documents.hpp"
#include "app/wire/messages/attachment.hpp"

#include <optional>
#include <string_view>

namespace alongside::server {

class Database;
struct NumberedDocument;

// Whether files are looked through before they are kept.
enum class Scanning : std::uint8_t { Off, On };

// What became of a piece; with the last one, where files are looked through, the file instead of an answer.
struct TakenPiece {
  wire::FileProgress progress;
  std::optional<Bytes> to_scan;
};

class AttachmentDesk {
 public:
  // All that one person may keep here. Not one household: the two parents in it may be apart, and one
  // would learn from a refusal how much the other has.
  static constexpr std::int64_t most_bytes_a_person = std::int64_t{300} << 20;
  static constexpr std::string_view piece_row = "POST /api/attachments/piece";
  static constexpr std::string_view file_row = "GET /api/attachments/{id}";

  AttachmentDesk(Database& database, const Access& access, Documents& documents, const Clock& clock)
      : database_(database), access_(access), documents_(documents), clock_(clock) {}

  // NotFound: no document that this person made waits for such a file, or they may not see it any more.
  // InvalidInput "bad_piece": it does not lie within its file, or that is too large.
  Result<TakenPiece> take(const Actor& actor, const wire::FilePiece& piece, Scanning scanning);
  // The file that `take` gave out was looked through. NotFound as above: much may have happened meanwhile.
  Result<wire::FileProgress> settle(const Actor& actor, const wire::FilePiece& piece, ScanVerdict verdict);
  // NotFound when there is none, when it has not arrived, and when the actor may not see it: they cannot
  // tell which. That somebody was given another's is noted first (ReadAudit).
  Result<KeptFile> file(const Actor& actor, DocumentId id) const;

 private:
  Result<std::optional<NumberedDocument>> seen(const Actor& actor, std::string_view what, DocumentId id) const;
  // The document that waits for a file of this actor; or an answer, when it waits no more.
  Result<NumberedDocument> waiting(const Actor& actor, const wire::FilePiece& piece) const;
  // How many bytes of it are there now.
  Result<std::size_t> receive(const NumberedDocument& row, const wire::FilePiece& piece);
  Result<wire::FileProgress> finish(const NumberedDocument& row, const wire::FilePiece& piece);
  Result<void> keep(const NumberedDocument& row, KeptFile file);

  Database& database_;
  const Access& access_;
  Documents& documents_;
  const Clock& clock_;
};

}  // namespace alongside::server
