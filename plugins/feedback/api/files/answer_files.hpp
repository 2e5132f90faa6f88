// AnswerFiles: the photos, recordings and signatures that were joined to answers without a name: which of them an
// answer waits for, their pieces on the way, and those that have arrived, cleaned. Nothing in a row says whose it is.
// Answers by name have theirs as attachments (app/server/attachments). Used by AnswerBox, by the route and by the
// officer's verbs; begins its own transaction in take() and settle() alone.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/server/attachments/file_scanner.hpp"
#include "app/server/migration.hpp"
#include "app/wire/messages/attachment.hpp"
#include "plugins/feedback/model/joined_files.hpp"
#include "plugins/feedback/model/response.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace alongside::server {
class Database;
}

namespace alongside::feedback {

enum class FileArrival : std::uint8_t { Waiting, Kept, Refused };

// Which file an answer names, and under which question.
struct NamedFile {
  std::string question;  // where its answer is kept
  DocumentId id;
};
std::vector<NamedFile> named_files(const Form& form, const Answers& answers);

struct AnswerFile {
  AnswerId answer;
  std::string question;
  DocumentId id;
  FileArrival arrival = FileArrival::Waiting;
  wire::MediaType type = wire::MediaType::Jpeg;
};

class AnswerFiles {
 public:
  // All that one survey's answers may have here: whoever may answer without a name may send without end.
  static constexpr std::int64_t most_bytes = std::int64_t{4} << 30;

  explicit AnswerFiles(server::Database& database) : database_(database) {}
  static std::span<const server::Migration> migrations();

  // Within the transaction that keeps the answer. Conflict: another answer named one of them.
  Result<void> expect(AnswerId answer, std::span<const NamedFile> files);
  // A piece of one; sending it again does no harm, in whatever order they come. NotFound: no answer that has arrived
  // waits for it (yet). InvalidInput: it is none of the kinds we take, or not as it was begun; nothing of it is kept.
  // With the last one, where files are looked through, the whole file comes back instead of being kept.
  enum class Scanning : std::uint8_t { Off, On };
  Result<std::optional<Bytes>> take(const wire::FilePiece& piece, Scanning scanning);
  // The file that take() gave out was looked through.
  Result<void> settle(const wire::FilePiece& piece, server::ScanVerdict verdict);

  // Of all answers, in order of id.
  Result<std::vector<AnswerFile>> all() const;
  Result<Bytes> bytes_of(DocumentId id) const;

 private:
  Result<std::optional<FileArrival>> arrival(DocumentId id) const;
  Result<void> receive(const wire::FilePiece& piece);
  Result<bool> is_whole(const wire::FilePiece& piece) const;
  Result<Bytes> pieces(DocumentId id) const;
  Result<void> finish(const wire::FilePiece& piece, Bytes whole, server::ScanVerdict verdict);
  Result<void> put(DocumentId id, FileArrival arrival, wire::MediaType type, const Bytes& bytes);
  Result<void> forget_pieces(DocumentId id);

  server::Database& database_;
};

}  // namespace alongside::feedback
