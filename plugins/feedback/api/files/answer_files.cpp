#include "plugins/feedback/api/files/answer_files.hpp"

#include "app/server/attachments/clean_file.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/wire/crc32c.hpp"

#include <utility>

namespace alongside::feedback {
namespace {

namespace limits = wire::attachment_limits;

// No rowid where an order of arrival would say something about people.
constexpr server::Migration files_migrations[] = {
    {1, "files of answers without a name",
     "CREATE TABLE feedback_files (id BLOB PRIMARY KEY CHECK (length(id) = 16), answer BLOB NOT NULL, "
     "question TEXT NOT NULL, arrival INTEGER NOT NULL, type INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT, "
     "WITHOUT ROWID;"
     "CREATE INDEX feedback_files_answer ON feedback_files (answer);"
     "CREATE TABLE feedback_file_pieces (id BLOB NOT NULL, offset INTEGER NOT NULL, total INTEGER NOT NULL, "
     "checksum INTEGER NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (id, offset)) STRICT, "
     "WITHOUT ROWID;"}};

Result<void> check_piece(const wire::FilePiece& piece) {
  const bool fits = piece.total > 0 && piece.total <= limits::file_bytes && !piece.bytes.empty() &&
                    piece.bytes.size() <= limits::piece_bytes && piece.offset <= piece.total &&
                    piece.bytes.size() <= piece.total - piece.offset;
  if (fits) return {};
  return Error{ErrorCode::InvalidInput, "bad_piece"};
}

Error file_refused() { return {ErrorCode::InvalidInput, "this file was not taken"}; }

}  // namespace

std::vector<NamedFile> named_files(const Form& form, const Answers& answers) {
  std::vector<NamedFile> files;
  for (const FormElement& element : form.elements) {
    const auto answer = answers.find(element.value_name);
    if (answer == answers.end()) continue;
    for (const DocumentId id : joined_files(element, answer->second)) files.push_back({element.value_name, id});
  }
  return files;
}

std::span<const server::Migration> AnswerFiles::migrations() { return files_migrations; }

Result<void> AnswerFiles::expect(AnswerId answer, std::span<const NamedFile> files) {
  for (const NamedFile& file : files) {
    if (ALONGSIDE_TRY(arrival(file.id))) return Error{ErrorCode::Conflict, "another answer has this file"};
    auto insert = ALONGSIDE_TRY(database_.prepare(
        "INSERT INTO feedback_files (id, answer, question, arrival, type, bytes) VALUES (?1, ?2, ?3, 0, 0, x'')"));
    server::bind_id(insert, 1, file.id);
    server::bind_id(insert, 2, answer);
    insert.bind(3, file.question);
    ALONGSIDE_TRY(insert.run());
  }
  return {};
}

Result<std::optional<FileArrival>> AnswerFiles::arrival(DocumentId id) const {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT arrival FROM feedback_files WHERE id = ?1"));
  server::bind_id(select, 1, id);
  if (ALONGSIDE_TRY(select.step()) == server::Step::Done) return std::optional<FileArrival>();
  return std::optional(static_cast<FileArrival>(select.column_integer(0)));
}

Result<std::optional<Bytes>> AnswerFiles::take(const wire::FilePiece& piece, Scanning scanning) {
  ALONGSIDE_TRY(check_piece(piece));
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database_));
  const auto state = ALONGSIDE_TRY(arrival(piece.id));
  if (!state) return Error{ErrorCode::NotFound, "no answer waits for this file"};
  if (*state == FileArrival::Kept) return std::optional<Bytes>();
  if (*state == FileArrival::Refused) return file_refused();
  ALONGSIDE_TRY(receive(piece));
  std::optional<Bytes> to_scan;
  FileArrival after = FileArrival::Waiting;
  if (ALONGSIDE_TRY(is_whole(piece))) {
    Bytes whole = ALONGSIDE_TRY(pieces(piece.id));
    if (scanning == Scanning::On) {
      to_scan = std::move(whole);
    } else {
      ALONGSIDE_TRY(finish(piece, std::move(whole), server::ScanVerdict::Clean));
      after = ALONGSIDE_TRY(arrival(piece.id)).value_or(FileArrival::Refused);
    }
  }
  ALONGSIDE_TRY(transaction.commit());
  if (after == FileArrival::Refused) return file_refused();
  return to_scan;
}

Result<void> AnswerFiles::settle(const wire::FilePiece& piece, server::ScanVerdict verdict) {
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database_));
  const auto state = ALONGSIDE_TRY(arrival(piece.id));
  if (!state) return Error{ErrorCode::NotFound, "no answer waits for this file"};
  if (*state == FileArrival::Kept) return {};
  if (!ALONGSIDE_TRY(is_whole(piece))) return file_refused();
  ALONGSIDE_TRY(finish(piece, ALONGSIDE_TRY(pieces(piece.id)), verdict));
  const auto after = ALONGSIDE_TRY(arrival(piece.id));
  ALONGSIDE_TRY(transaction.commit());
  if (after == FileArrival::Kept) return {};
  return file_refused();
}

// A piece that is of another content than those before it is no accident: an id is used once.
Result<void> AnswerFiles::receive(const wire::FilePiece& piece) {
  auto other = ALONGSIDE_TRY(
      database_.prepare("SELECT count(*) FROM feedback_file_pieces WHERE id = ?1 AND (total <> ?2 OR checksum <> ?3)"));
  server::bind_id(other, 1, piece.id);
  other.bind(2, std::int64_t{piece.total}).bind(3, std::int64_t{piece.checksum});
  ALONGSIDE_TRY(other.step());
  if (other.column_integer(0) > 0) return Error{ErrorCode::InvalidInput, "bad_piece"};
  auto insert = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO feedback_file_pieces (id, offset, total, checksum, size, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
      " ON CONFLICT DO NOTHING"));
  server::bind_id(insert, 1, piece.id);
  insert.bind(2, std::int64_t{piece.offset}).bind(3, std::int64_t{piece.total}).bind(4, std::int64_t{piece.checksum});
  insert.bind(5, static_cast<std::int64_t>(piece.bytes.size())).bind_bytes(6, piece.bytes);
  return insert.run();
}

// Those that are there follow one another from the first byte to the last.
Result<bool> AnswerFiles::is_whole(const wire::FilePiece& piece) const {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT offset, size FROM feedback_file_pieces WHERE id = ?1 ORDER BY offset"));
  server::bind_id(select, 1, piece.id);
  std::int64_t end = 0;
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
    if (select.column_integer(0) != end) return false;
    end += select.column_integer(1);
  }
  return end == std::int64_t{piece.total};
}

Result<Bytes> AnswerFiles::pieces(DocumentId id) const {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT bytes FROM feedback_file_pieces WHERE id = ?1 ORDER BY offset"));
  server::bind_id(select, 1, id);
  Bytes all;
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
    const auto piece = select.column_bytes(0);
    all.insert(all.end(), piece.begin(), piece.end());
  }
  return all;
}

Result<void> AnswerFiles::finish(const wire::FilePiece& piece, Bytes whole, server::ScanVerdict verdict) {
  ALONGSIDE_TRY(forget_pieces(piece.id));
  auto clean = server::clean_file(whole);
  auto room = ALONGSIDE_TRY(database_.prepare("SELECT coalesce(sum(length(bytes)), 0) FROM feedback_files"));
  ALONGSIDE_TRY(room.step());
  const bool is_good = verdict == server::ScanVerdict::Clean && clean.ok() && wire::crc32c(whole) == piece.checksum &&
                       room.column_integer(0) < most_bytes;
  if (!is_good) return put(piece.id, FileArrival::Refused, wire::MediaType::Jpeg, {});
  return put(piece.id, FileArrival::Kept, clean->type, clean->bytes);
}

Result<void> AnswerFiles::put(DocumentId id, FileArrival arrival, wire::MediaType type, const Bytes& bytes) {
  auto update =
      ALONGSIDE_TRY(database_.prepare("UPDATE feedback_files SET arrival = ?2, type = ?3, bytes = ?4 WHERE id = ?1"));
  server::bind_id(update, 1, id);
  update.bind(2, static_cast<int>(arrival)).bind(3, static_cast<int>(type)).bind_bytes(4, bytes);
  return update.run();
}

Result<void> AnswerFiles::forget_pieces(DocumentId id) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM feedback_file_pieces WHERE id = ?1"));
  server::bind_id(remove, 1, id);
  return remove.run();
}

Result<std::vector<AnswerFile>> AnswerFiles::all() const {
  auto select = ALONGSIDE_TRY(
      database_.prepare("SELECT answer, question, id, arrival, type FROM feedback_files ORDER BY answer, id"));
  std::vector<AnswerFile> files;
  while (ALONGSIDE_TRY(select.step()) == server::Step::Row) {
    files.push_back({server::column_id<AnswerId>(select, 0), std::string(select.column_text(1)),
                     server::column_id<DocumentId>(select, 2), static_cast<FileArrival>(select.column_integer(3)),
                     static_cast<wire::MediaType>(select.column_integer(4))});
  }
  return files;
}

Result<Bytes> AnswerFiles::bytes_of(DocumentId id) const {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT bytes FROM feedback_files WHERE id = ?1"));
  server::bind_id(select, 1, id);
  if (ALONGSIDE_TRY(select.step()) == server::Step::Done) return Error{ErrorCode::NotFound, "there is no such file"};
  const auto bytes = select.column_bytes(0);
  return Bytes(bytes.begin(), bytes.end());
}

}  // namespace alongside::feedback
