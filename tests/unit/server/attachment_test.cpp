// Attachments without HTTP: which document they belong to, who may send and fetch them, and what is
// left when a sender comes back, lies or sends the same again.
#include "app/server/attachments/attach_files.hpp"
#include "app/server/attachments/attachment_desk.hpp"
#include "app/server/attachments/attachment_tables.hpp"
#include "app/wire/crc32c.hpp"
#include "tests/support/sample_pictures.hpp"
#include "tests/unit/server/sync_server.hpp"

#include <doctest/doctest.h>

namespace alongside::server {
namespace {

using wire::Facet;
using wire::FileState;
using wire::ShareLevel;

constexpr std::string_view attach_row = "op test.attach";

// Sam owns the money and shows it to Jo; Lee is a parent too, and is shown nothing.
struct Family {
  SyncServer server;
  Actor sam = server.person(1), jo = server.person(2), lee = server.person(3);
  wire::Subject riley = server.child(1);
  TestDevice phone{server, sam, 1}, tablet{server, jo, 2}, laptop{server, lee, 3};
  AttachmentDesk desk{server.database, server.access, server.documents, server.clock};
  DocumentId spend = test_id<DocumentId>(5, 1);

  Family() {
    for (const Actor& one : {sam, jo, lee}) server.relate(one, riley);
    server.table.signed_in(AttachmentDesk::piece_row);
    server.table.signed_in(AttachmentDesk::file_row);
    server.table.add(attach_row).give(Relation::Parent, Permission::Shared);
    REQUIRE(apply_migrations(server.database, "attachments", attachment_migrations()).ok());
    phone.make(riley, share(jo, Facet::Money, ShareLevel::See));
  }
  Result<void> attach(const Actor& actor, std::vector<DocumentId> files, PersonId owner) {
    wire::Operation operation;
    operation.subject = riley;
    OperationContext context{actor, operation, attach_row, server.documents, server.database, server.clock};
    return attach_files(context, {spend, riley, owner, Facet::Money}, files);
  }
  Result<void> attach(std::uint8_t file) { return attach(sam, {id(file)}, sam.person); }
  static DocumentId id(std::uint8_t file) { return test_id<DocumentId>(6, file); }

  Result<wire::FileProgress> send(const Actor& actor, DocumentId file, const Bytes& whole, std::size_t from,
                                  std::size_t count) {
    wire::FilePiece piece;
    piece.id = file;
    piece.total = static_cast<std::uint32_t>(whole.size());
    piece.checksum = wire::crc32c(whole);
    piece.offset = static_cast<std::uint32_t>(from);
    piece.bytes.assign(whole.begin() + static_cast<std::ptrdiff_t>(from),
                       whole.begin() + static_cast<std::ptrdiff_t>(std::min(whole.size(), from + count)));
    const auto taken = desk.take(actor, piece, Scanning::Off);
    if (!taken) return taken.error();
    return taken->progress;
  }
  Result<wire::FileProgress> send(std::uint8_t file, const Bytes& whole) {
    return send(sam, id(file), whole, 0, whole.size());
  }
};

wire::FilePiece whole_piece(DocumentId file, const Bytes& bytes) {
  wire::FilePiece piece;
  piece.id = file;
  piece.total = static_cast<std::uint32_t>(bytes.size());
  piece.checksum = wire::crc32c(bytes);
  piece.bytes = bytes;
  return piece;
}

wire::Attachment attachment_in(const wire::FeedPage& page, DocumentId id) {
  const wire::Document* document = document_in(page, id);
  return document == nullptr ? wire::Attachment{} : wire::decode_payload<wire::Attachment>(document->content).value();
}

}  // namespace

TEST_CASE("a photo is sent once its document is there; whoever sees the payment sees it and may fetch it") {
  Family family;
  REQUIRE(family.attach(1).ok());
  CHECK(attachment_in(family.tablet.feed(), family.id(1)).of == family.spend);
  CHECK(!attachment_in(family.tablet.feed(), family.id(1)).arrived());
  CHECK(family.desk.file(family.jo, family.id(1)).error().code == ErrorCode::NotFound);
  CHECK(family.send(1, testing::jpeg())->state == FileState::Kept);
  const auto file = family.desk.file(family.jo, family.id(1));
  REQUIRE(file.ok());
  CHECK(attachment_in(family.tablet.feed(), family.id(1)).bytes == file->bytes.size());
  CHECK(file->bytes.size() < testing::jpeg().size());
  CHECK(family.server.count("attachment_piece") == 0);
}

TEST_CASE("that somebody fetched another's photo is in the audit, once a day, and who fetches their own is not") {
  Family family;
  REQUIRE(family.attach(1).ok());
  REQUIRE(family.send(1, testing::jpeg()).ok());
  const auto reads = [&family] { return family.server.count("audit WHERE verb = 'read'"); };
  REQUIRE(family.desk.file(family.sam, family.id(1)).ok());
  CHECK(family.desk.file(family.lee, family.id(1)).error().code == ErrorCode::NotFound);
  CHECK(reads() == 0);
  REQUIRE(family.desk.file(family.jo, family.id(1)).ok());
  REQUIRE(family.desk.file(family.jo, family.id(1)).ok());
  CHECK(reads() == 1);
  family.server.clock.day = Date(family.server.clock.day.days() + 1);
  REQUIRE(family.desk.file(family.jo, family.id(1)).ok());
  CHECK(reads() == 2);
}

TEST_CASE("who is not shown the payment gets the answer for what never was, and their feed says nothing") {
  Family family;
  REQUIRE(family.attach(1).ok());
  REQUIRE(family.send(1, testing::jpeg()).ok());
  const auto hidden = family.desk.file(family.lee, family.id(1));
  const auto never = family.desk.file(family.lee, family.id(9));
  CHECK(hidden.error().code == ErrorCode::NotFound);
  CHECK(hidden.error().detail == never.error().detail);
  CHECK(family.laptop.feed().documents.empty());
  family.phone.make(family.riley, share(family.jo, Facet::Money, ShareLevel::None));
  CHECK(family.desk.file(family.jo, family.id(1)).error().code == ErrorCode::NotFound);
}

TEST_CASE("nobody sends a file that no document waits for, and nobody but its maker sends one that does") {
  Family family;
  REQUIRE(family.attach(1).ok());
  CHECK(family.send(2, testing::jpeg()).error().code == ErrorCode::NotFound);
  for (const Actor& other : {family.jo, family.lee}) {
    CHECK(family.send(other, family.id(1), testing::jpeg(), 0, 10).error().code == ErrorCode::NotFound);
  }
  CHECK(family.server.count("attachment_upload") == 0);
  CHECK(family.attach(family.jo, {family.id(3)}, family.sam.person).error().code == ErrorCode::NotAllowed);
  CHECK(family.attach(family.lee, {family.id(3)}, family.sam.person).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("a file goes on where it stopped; a piece twice, too early or of another file spoils nothing") {
  Family family;
  REQUIRE(family.attach(1).ok());
  const Bytes whole = testing::jpeg();
  CHECK(family.send(family.sam, family.id(1), whole, 0, 100)->received == 100);
  CHECK(family.send(family.sam, family.id(1), whole, 0, 100)->received == 100);
  CHECK(family.send(family.sam, family.id(1), whole, 150, 50)->received == 100);
  CHECK(family.send(family.sam, family.id(1), whole, 0, 0)->received == 100);
  CHECK(family.send(family.sam, family.id(1), testing::png(), 0, 0)->received == 0);
  CHECK(family.send(family.sam, family.id(1), whole, 100, 100)->received == 0);
  CHECK(family.send(family.sam, family.id(1), whole, 0, 200)->received == 200);
  CHECK(family.send(family.sam, family.id(1), whole, 200, whole.size())->state == FileState::Kept);
  CHECK(family.send(family.sam, family.id(1), whole, 200, whole.size())->state == FileState::Kept);
  CHECK(family.server.count("attachment_file") == 1);
}

TEST_CASE("V5.2.1: a piece outside its file, and a file that is too large, are refused before anything is kept") {
  Family family;
  REQUIRE(family.attach(1).ok());
  wire::FilePiece piece;
  piece.id = family.id(1);
  piece.bytes = {1, 2, 3};
  for (const auto& [total, offset] : std::vector<std::pair<std::uint32_t, std::uint32_t>>{
           {0, 0}, {2, 0}, {3, 1}, {3, 0xFFFFFFFF}, {(5u << 20) + 1, 0}, {0xFFFFFFFF, 0}}) {
    piece.total = total;
    piece.offset = offset;
    CHECK(family.desk.take(family.sam, piece, Scanning::Off).error().detail == "bad_piece");
  }
  piece.total = 1u << 20;
  piece.offset = 0;
  piece.bytes.resize(wire::attachment_limits::piece_bytes + 1);
  CHECK(family.desk.take(family.sam, piece, Scanning::Off).error().detail == "bad_piece");
  CHECK(family.server.count("attachment_upload") == 0);
}

TEST_CASE("what is no photo is refused with a reason, nothing of it stays, and another may follow") {
  Family family;
  REQUIRE(family.attach(1).ok());
  const std::string_view text = "<script>alert(1)</script>";
  const auto refused = family.send(1, Bytes(text.begin(), text.end()));
  CHECK(refused->state == FileState::Refused);
  CHECK(refused->code == "not_a_photo");
  CHECK(family.send(1, testing::png(100'000, 100'000))->code == "too_many_pixels");
  CHECK(family.server.count("attachment_upload") + family.server.count("attachment_piece") == 0);
  CHECK(!attachment_in(family.phone.feed(), family.id(1)).arrived());
  CHECK(family.send(1, testing::webp())->state == FileState::Kept);
}

TEST_CASE("bytes that are not what their checksum says are refused as damaged") {
  Family family;
  REQUIRE(family.attach(1).ok());
  wire::FilePiece piece;
  piece.id = family.id(1);
  piece.bytes = testing::jpeg();
  piece.total = static_cast<std::uint32_t>(piece.bytes.size());
  piece.checksum = wire::crc32c(piece.bytes) + 1;
  CHECK(family.desk.take(family.sam, piece, Scanning::Off)->progress.code == "damaged");
}

TEST_CASE("where files are looked through, nothing is kept before somebody has looked") {
  Family family;
  REQUIRE(family.attach(1).ok());
  const wire::FilePiece piece = whole_piece(family.id(1), testing::jpeg());
  const auto taken = family.desk.take(family.sam, piece, Scanning::On);
  REQUIRE(taken.ok());
  CHECK(taken->to_scan == piece.bytes);
  CHECK(family.desk.file(family.sam, family.id(1)).error().code == ErrorCode::NotFound);
  SUBCASE("and nobody could: the device sends the end again, and it is given out again") {
    wire::FilePiece again = piece;
    again.offset = piece.total;
    again.bytes.clear();
    CHECK(family.desk.take(family.sam, again, Scanning::On)->to_scan == piece.bytes);
  }
  SUBCASE("what is clean is kept then, and once") {
    CHECK(family.desk.settle(family.sam, piece, ScanVerdict::Clean)->state == FileState::Kept);
    CHECK(family.desk.settle(family.sam, piece, ScanVerdict::Clean)->state == FileState::Kept);
    CHECK(family.server.count("attachment_file") == 1);
  }
  SUBCASE("what is harmful is refused with a reason, and nothing of it stays") {
    const auto refused = family.desk.settle(family.sam, piece, ScanVerdict::Harmful);
    CHECK(refused->state == FileState::Refused);
    CHECK(refused->code == "harmful");
    CHECK(family.server.count("attachment_upload") + family.server.count("attachment_piece") == 0);
    CHECK(family.desk.file(family.sam, family.id(1)).error().code == ErrorCode::NotFound);
  }
  SUBCASE("a verdict about other bytes than are there now says nothing about these") {
    CHECK(family.send(family.sam, family.id(1), testing::png(), 0, 10)->received == 10);
    CHECK(family.desk.settle(family.sam, piece, ScanVerdict::Clean)->state == FileState::Receiving);
    CHECK(family.desk.file(family.sam, family.id(1)).error().code == ErrorCode::NotFound);
  }
  SUBCASE("nobody else can settle it") {
    CHECK(family.desk.settle(family.jo, piece, ScanVerdict::Clean).error().code == ErrorCode::NotFound);
  }
}

TEST_CASE("the same photo twice is kept once for one person, and apart for two") {
  Family family;
  family.phone.make(family.riley, share(family.jo, Facet::Money, ShareLevel::Change));
  REQUIRE(family.attach(family.sam, {family.id(1), family.id(2)}, family.sam.person).ok());
  REQUIRE(family.attach(family.jo, {family.id(3)}, family.sam.person).ok());
  const Bytes photo = testing::jpeg();
  CHECK(family.send(1, photo)->state == FileState::Kept);
  CHECK(family.send(2, photo)->state == FileState::Kept);
  CHECK(family.server.count("attachment_blob") == 1);
  // To Jo it is as new as to the first: all of it has to come.
  CHECK(family.send(family.jo, family.id(3), photo, 0, 0)->received == 0);
  CHECK(family.send(family.jo, family.id(3), photo, 0, photo.size())->state == FileState::Kept);
  CHECK(family.server.count("attachment_blob") == 2);
  CHECK(family.desk.file(family.sam, family.id(3)).ok());
}

TEST_CASE("V2.3.2: a payment has at most five files, and one that is attached already does not hold it up") {
  Family family;
  CHECK(family.attach(family.sam, {family.id(1), family.id(2), family.id(3)}, family.sam.person).ok());
  CHECK(family.attach(family.sam, {family.id(4), family.id(5), family.id(6)}, family.sam.person).error().detail ==
        "too_many_files");
  CHECK(family.attach(1).ok());
  CHECK(family.server.count("document WHERE kind = 70") == 3);
}

TEST_CASE("somebody who guesses the id of an attachment they cannot see gets one of their own") {
  Family family;
  REQUIRE(family.attach(1).ok());
  REQUIRE(family.send(1, testing::jpeg()).ok());
  REQUIRE(family.attach(family.lee, {family.id(1)}, family.lee.person).ok());
  CHECK(family.desk.file(family.lee, family.id(1)).error().code == ErrorCode::NotFound);
  CHECK(family.send(family.lee, family.id(1), testing::png(), 0, 0)->received == 0);
  CHECK(family.send(family.lee, family.id(1), testing::png(), 0, 10'000)->state == FileState::Kept);
  CHECK(family.desk.file(family.lee, family.id(1))->type == wire::MediaType::Png);
  CHECK(family.desk.file(family.sam, family.id(1))->type == wire::MediaType::Jpeg);
}

}  // namespace alongside::server
