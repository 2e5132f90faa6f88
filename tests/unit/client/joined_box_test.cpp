// What is joined to what somebody has begun: beside the drafts, in pieces behind a letter, in memory where nothing is
// kept.
#include "app/client/attachments/joined_box.hpp"
#include "app/wire/crc32c.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/attachment.hpp"
#include "tests/support/fake_attachments.hpp"
#include "tests/support/fake_records.hpp"
#include "tests/unit/client/fake_platform.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace alongside::client {
namespace {

struct Joining {
  FakePlatform platform;
  testing::FakeAttachments attachments;
  testing::FakeRecords records;
  JoinedBox box{platform, attachments};
  std::optional<Result<DocumentId>> added;

  void add(Result<Bytes> photo) {
    added.reset();
    box.add(records, "file-1", JoinedFiles::Kind::Picture, [this](Result<DocumentId> id) { added = std::move(id); });
    REQUIRE(platform.files.size() == 1);
    CHECK(platform.files[0].first == "file-1");
    platform.files[0].second(std::move(photo));
    platform.files.clear();
  }
  DocumentId kept(const Bytes& photo) {
    add(photo);
    records.finish_drafts();
    REQUIRE(added.value().ok());
    return added.value().value();
  }
};

const Bytes photo(100'000, 7);

TEST_CASE("a photo is told of when it is on the disk, is shown as it is, and goes when it is let go of") {
  Joining joining;
  joining.add(photo);
  CHECK_FALSE(joining.added);
  joining.records.finish_drafts();
  const DocumentId id = joining.added.value().value();
  CHECK(joining.box.has(joining.records, id));
  joining.box.show(joining.records, id);
  CHECK(joining.platform.shown_files == std::vector<Bytes>{photo});
  joining.box.remove(joining.records, id);
  CHECK_FALSE(joining.box.has(joining.records, id));
  CHECK(joining.records.drafts.empty());
}

TEST_CASE("what is no photo, larger than the council takes, or does not fit on the disk is not kept") {
  Joining joining;
  joining.add(Error{ErrorCode::InvalidInput, "no photo"});
  CHECK(joining.added.value().error().code == ErrorCode::InvalidInput);
  joining.add(Bytes(wire::attachment_limits::file_bytes + 1));
  CHECK(joining.added.value().error().code == ErrorCode::TooLarge);
  joining.add(photo);
  joining.records.fail_drafts(ErrorCode::TooLarge);
  CHECK(joining.added.value().error().code == ErrorCode::Storage);
  CHECK(joining.records.drafts.empty());
}

TEST_CASE("who is not signed in has it in memory") {
  Joining joining;
  joining.add(photo);
  joining.records.fail_drafts(ErrorCode::SignedOut);
  joining.records.drafts.clear();
  CHECK(joining.box.has(joining.records, joining.added.value().value()));
}

TEST_CASE("its pieces make the whole again, each with the sum of all of it") {
  Joining joining;
  const DocumentId first = joining.kept(photo), second = joining.kept(Bytes(9, 3));
  std::map<DocumentId, Bytes> whole;
  for (const Bytes& frame : joining.box.pieces(joining.records, {first, second})) {
    const auto piece = wire::decode_frame<wire::FilePiece>(frame).value();
    CHECK(piece.offset == whole[piece.id].size());
    CHECK(piece.bytes.size() <= wire::attachment_limits::piece_bytes);
    whole[piece.id].insert(whole[piece.id].end(), piece.bytes.begin(), piece.bytes.end());
    if (piece.id == first) CHECK(piece.checksum == wire::crc32c(photo));
  }
  CHECK(whole.at(first) == photo);
  CHECK(whole.at(second) == Bytes(9, 3));
}

TEST_CASE("each lies among the attachments, one after the other, before the change that names them is saved") {
  Joining joining;
  const DocumentId first = joining.kept(photo), second = joining.kept(Bytes(9, 3));
  std::optional<Result<OperationId>> saved;
  const auto tell = [&saved](Result<OperationId> result) { saved = std::move(result); };
  joining.box.save_with(joining.records, {first, second}, {}, tell);
  joining.attachments.finish();
  CHECK(joining.records.saved.empty());
  joining.attachments.finish();
  CHECK(joining.records.saved.size() == 1);
  REQUIRE(joining.attachments.kept.size() == 2);
  CHECK(joining.attachments.kept[1].second == photo);
  joining.box.save_with(joining.records, {first}, {}, tell);
  joining.attachments.finish(Error{ErrorCode::TooLarge, "many"});
  CHECK_FALSE(saved.value().ok());
  CHECK(joining.records.saved.size() == 1);
}

}  // namespace
}  // namespace alongside::client
