// AttachmentDesk: takes the pieces of a file that some document waits for, and hands out what has
// arrived. Made by the feature of the routes, and by tests. Begins its own transaction in each call.
#pragma once

#include "app/base/result.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/attachments/attachment_rows.hpp"
#include "app/server/sync/documents.hpp"
#include "app/wire/messages/attachment.hpp"

#include <optional>
#include <string_view>

namespace alongside::server {

class Database;
struct NumberedDocument;

class AttachmentDesk {
 public:
  // All that one person may keep here. Not one household: the two parents in it may be apart, and one
  // would learn from a refusal how much the other has.
  static constexpr std::int64_t most_bytes_a_person = std::int64_t{300} << 20;
  static constexpr std::string_view piece_row = "POST /api/attachments/piece";
  static constexpr std::string_view file_row = "GET /api/attachments/{id}";

  AttachmentDesk(Database& database, const Access& access, Documents& documents)
      : database_(database), access_(access), documents_(documents) {}

  // NotFound: no document that this person made waits for such a file, or they may not see it any more.
  // InvalidInput "bad_piece": it does not lie within its file, or that is too large.
  Result<wire::FileProgress> take(const Actor& actor, const wire::FilePiece& piece);
  // NotFound when there is none, when it has not arrived, and when the actor may not see it: they cannot
  // tell which.
  Result<KeptFile> file(const Actor& actor, DocumentId id) const;

 private:
  Result<std::optional<NumberedDocument>> seen(const Actor& actor, std::string_view what, DocumentId id) const;
  Result<wire::FileProgress> receive(const NumberedDocument& row, const wire::FilePiece& piece);
  Result<wire::FileProgress> finish(const NumberedDocument& row, const wire::FilePiece& piece);
  Result<void> keep(const NumberedDocument& row, KeptFile file);

  Database& database_;
  const Access& access_;
  Documents& documents_;
};

}  // namespace alongside::server
