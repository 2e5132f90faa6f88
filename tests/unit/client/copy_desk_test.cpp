// What comes back out of a file: the council is asked which of it it has, photos lie here before the changes that name
// them, and either all of it is kept or nothing.
#include "app/client/copies/copy_desk.hpp"

#include "app/client/attachments/attachment_box.hpp"
#include "app/client/session/session_service.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/saved_copy.hpp"
#include "app/wire/messages/session.hpp"
#include "tests/unit/client/fake_platform.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace alongside::client {
namespace {

constexpr std::string_view known_path = "/api/sync/known";
const PersonId writer{IdBytes{7}};

wire::Operation kept_change(std::uint8_t number) {
  wire::Operation made;
  made.id = OperationId(IdBytes{number});
  made.actor = writer;
  made.subject = {HouseholdId(IdBytes{1}), SubjectId(IdBytes{2})};
  made.kind = 900;
  made.payload = {number};
  return made;
}

KeptFile kept_photo(std::uint8_t number) {
  return {DocumentId(IdBytes{number}), std::make_shared<const Bytes>(Bytes{0xff, 0xd8, number})};
}

// Sam, who is signed in, on a device of hers.
struct Desk {
  FakePlatform platform;
  LetterBox letters{platform.public_world(), [](auto, auto, auto) {}};
  SessionService session{platform, platform.clock, letters, {[this] { boxes.follow(); }, [] {}, [] { return false; }}};
  AttachmentBox boxes{platform,
                      {[this]() -> const Records& { return session.records(); },
                       [this] { return session.info().person; }, [] {}, [] {}}};
  CopyDesk desk{platform, session, boxes};
  std::optional<Result<SavedCopies::Taken>> said;

  Desk() {
    session.start();
    platform.timer.run();
    wire::SessionInfo info;
    info.person = writer;
    info.own = {HouseholdId(IdBytes{1}), SubjectId(writer.bytes())};
    platform.answer_path("/api/session", wire::encode_frame(info));
    platform.timer.run();
  }
  void take_back(std::vector<wire::Operation> changes, std::vector<KeptFile> files = {}) {
    said.reset();
    desk.take_back(std::move(changes), std::move(files),
                   [this](Result<SavedCopies::Taken> taken) { said = std::move(taken); });
    platform.timer.run();
  }
  void council_knows(std::vector<OperationId> known) {
    platform.answer_post(known_path, wire::encode_frame(wire::KnownChanges{std::move(known), {}}));
    platform.timer.run();
  }
  SavedCopies::Taken taken() {
    REQUIRE(said.has_value());
    REQUIRE(said->ok());
    return said->value();
  }
};

}  // namespace

TEST_CASE("what the council has is left where it is, and counted; the rest lies here to be sent") {
  Desk desk;
  desk.take_back({kept_change(1), kept_change(2), kept_change(3)});
  REQUIRE(desk.platform.posts.size() == 1);
  CHECK(desk.platform.posts[0].credentials == Credentials::Sent);
  const auto asked = wire::decode_frame<wire::KnownChanges>(desk.platform.posts[0].frame).value();
  CHECK(asked.changes == std::vector{kept_change(1).id, kept_change(2).id, kept_change(3).id});
  desk.council_knows({kept_change(2).id});
  CHECK(desk.taken().taken == 2);
  CHECK(desk.taken().known == 1);
  CHECK(desk.taken().asked == SavedCopies::Taken::Asked::Yes);
  CHECK(desk.desk.kept().changes.size() == 2);
}

TEST_CASE("without a network all are taken, and it is said that the council could not be asked") {
  Desk desk;
  desk.take_back({kept_change(1)});
  desk.platform.answer_post(known_path, Error{ErrorCode::Offline, "no answer"});
  desk.platform.timer.run();
  CHECK(desk.taken().taken == 1);
  CHECK(desk.taken().asked == SavedCopies::Taken::Asked::No);
}

TEST_CASE("the same file a second time: all of it was here already, and the council is not asked") {
  Desk desk;
  desk.take_back({kept_change(1)}, {kept_photo(1)});
  desk.council_knows({});
  CHECK(desk.taken().files == 1);
  desk.take_back({kept_change(1)}, {kept_photo(1)});
  CHECK(desk.platform.posts.empty());
  CHECK(desk.taken().taken == 0);
  CHECK(desk.taken().here == 1);
  CHECK(desk.taken().files == 0);
  CHECK(desk.desk.kept().changes.size() == 1);
  CHECK(desk.desk.kept().files.size() == 1);
}

TEST_CASE("when a photo has no room nothing is taken, and the photos that had room go again") {
  Desk desk;
  std::vector<KeptFile> photos;
  for (std::uint8_t number = 1; number <= AttachmentBox::most_files + 1; ++number) photos.push_back(kept_photo(number));
  desk.take_back({kept_change(1)}, std::move(photos));
  desk.council_knows({});
  REQUIRE(desk.said.has_value());
  CHECK(desk.said->error().code == ErrorCode::TooLarge);
  CHECK(desk.said->error().detail == "many");
  CHECK(desk.desk.kept().changes.empty());
  CHECK(desk.desk.kept().files.empty());
}

TEST_CASE("another person's changes are not taken, nor the photo that came with them") {
  Desk desk;
  wire::Operation made = kept_change(1);
  made.actor = PersonId(IdBytes{8});
  desk.take_back({made}, {kept_photo(1)});
  desk.council_knows({});
  REQUIRE(desk.said.has_value());
  CHECK(desk.said->error().code == ErrorCode::InvalidInput);
  CHECK(desk.desk.kept().files.empty());
}

TEST_CASE("a file is handed to the browser, and it is told how it went") {
  Desk desk;
  std::optional<Result<SavedCopies::Place>> place;
  const auto save = [&](Result<Bytes> reply) {
    desk.desk.save_file("alongside.html", {1, 2}, [&](Result<SavedCopies::Place> told) { place = std::move(told); });
    REQUIRE(desk.platform.saved_files.size() == 1);
    CHECK(desk.platform.saved_files[0].lines == "alongside.html");
    const auto answer = desk.platform.saved_files[0].reply;
    desk.platform.saved_files.clear();
    answer(std::move(reply));
  };
  save(Bytes{0});
  CHECK(place->value() == SavedCopies::Place::Downloads);
  save(Bytes{1});
  CHECK(place->value() == SavedCopies::Place::Shared);
  save(Error{ErrorCode::Conflict, "HTTP 409"});
  CHECK(place->error().code == ErrorCode::Conflict);
}

}  // namespace alongside::client
