// The files that wait on a device: kept, sent when the council waits for them, from wherever it has come
// to, and let go of when they have arrived.
#include "app/client/attachments/attachment_box.hpp"
#include "app/wire/crc32c.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/attachment.hpp"
#include "tests/support/fake_records.hpp"
#include "tests/unit/client/fake_platform.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

using testing::FakeRecords;
constexpr std::string_view piece_path = "/api/attachments/piece";

template <class AnyId>
AnyId id_of(std::uint8_t number) {
  IdBytes bytes{};
  bytes[0] = 0xcc;
  bytes[15] = number;
  return AnyId(bytes);
}

// A person on a device whose store is open, and a council that is played by the test.
struct Device {
  FakePlatform platform;
  FakeRecords records;
  PersonId person = id_of<PersonId>(1);
  int arrivals = 0;
  std::unique_ptr<AttachmentBox> box;
  std::vector<Result<void>> added;

  Device() {
    platform.store.open("person", [](StoreFault) {});
    begin_again();
  }
  // The page was killed and opened again.
  void begin_again() {
    box = std::make_unique<AttachmentBox>(
        platform, AttachmentBox::Links{[this]() -> const Records& { return records; }, [this] { return person; }, [] {},
                                       [this] { ++arrivals; }});
    follow();
  }
  void follow() {
    box->follow();
    platform.timer.run();
  }
  void add(std::uint8_t file, Result<Bytes> bytes) {
    box->add(id_of<DocumentId>(file), "file-1", [this](const Result<void>& result) { added.push_back(result); });
    if (!platform.files.empty()) {
      const auto reply = std::move(platform.files.front().second);
      platform.files.clear();
      reply(std::move(bytes));
    }
    platform.timer.run();
  }
  void document(std::uint8_t file, std::uint32_t arrived_bytes = 0, std::uint8_t by = 1) {
    wire::Attachment attachment;
    attachment.added_by = id_of<PersonId>(by);
    attachment.bytes = arrived_bytes;
    records.put(id_of<DocumentId>(file), {}, person, wire::Facet::Money, attachment);
    follow();
  }
  wire::FilePiece posted() {
    REQUIRE(platform.posts.size() == 1);
    CHECK(platform.posts[0].path == piece_path);
    CHECK(platform.posts[0].credentials == Credentials::Sent);
    return wire::decode_frame<wire::FilePiece>(platform.posts[0].frame).value();
  }
  void answer(wire::FileState state, std::size_t received, std::string code = {}) {
    wire::FileProgress progress;
    progress.id = posted().id;
    progress.state = state;
    progress.received = static_cast<std::uint32_t>(received);
    progress.code = std::move(code);
    platform.answer_post(piece_path, wire::encode_frame(progress));
    platform.timer.run();
  }
  AttachmentState state(std::uint8_t file) const { return box->state(id_of<DocumentId>(file)); }
  std::size_t on_disk() const {
    return platform.disk->databases.at("person")[static_cast<std::size_t>(Shelf::Files)].size();
  }
};

Bytes photo(std::size_t size = 150'000) {
  Bytes bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::uint8_t>(i * 7);
  return bytes;
}

}  // namespace

TEST_CASE("a photo is on the disk before anybody is told that it is, and goes nowhere yet") {
  Device device;
  device.add(1, photo());
  REQUIRE(device.added.size() == 1);
  CHECK(device.added[0].ok());
  CHECK(device.on_disk() == 1);
  CHECK(device.state(1).place == AttachmentPlace::OnDevice);
  CHECK(device.state(1).bytes == 150'000);
  CHECK(device.platform.posts.empty());
  CHECK(device.box->waiting() == 0);
}

TEST_CASE("what the council waits for goes in pieces from where it stopped, and leaves when its document says so") {
  Device device;
  device.add(1, photo());
  device.document(1);
  CHECK(device.box->waiting() == 1);
  CHECK(device.posted().bytes.empty());  // a question first
  CHECK(device.posted().checksum == wire::crc32c(photo()));
  device.answer(wire::FileState::Receiving, 100'000);
  CHECK(device.posted().offset == 100'000);
  CHECK(device.posted().bytes.size() == 50'000);
  CHECK(device.state(1).place == AttachmentPlace::Sending);
  device.answer(wire::FileState::Kept, 150'000);
  CHECK(device.arrivals == 1);
  CHECK(device.state(1).place == AttachmentPlace::Sent);
  CHECK(device.box->waiting() == 0);
  CHECK(device.on_disk() == 1);
  device.document(1, 90'000);
  CHECK(device.on_disk() == 0);
  CHECK(device.state(1).place == AttachmentPlace::Elsewhere);
  CHECK(device.platform.posts.empty());
}

TEST_CASE("a page that is killed at any moment finds the photo again and sends it once more") {
  Device device;
  device.add(1, photo());
  device.begin_again();
  CHECK(device.state(1).bytes == 150'000);
  device.document(1);
  device.answer(wire::FileState::Receiving, 0);
  device.platform.posts.clear();  // the answer never comes
  device.begin_again();
  device.answer(wire::FileState::Receiving, 65'536);
  CHECK(device.posted().offset == 65'536);
  device.answer(wire::FileState::Kept, 150'000);
  device.begin_again();  // before the document came
  CHECK(device.posted().bytes.empty());
  device.answer(wire::FileState::Kept, 150'000);
  CHECK(device.arrivals == 2);
}

TEST_CASE("without a network it waits longer each time, and goes on at once when somebody looks again") {
  Device device;
  device.add(1, photo());
  device.document(1);
  device.platform.answer_post(piece_path, Error{ErrorCode::Offline, ""});
  CHECK(device.platform.posts.empty());
  CHECK(device.box->waiting() == 1);
  device.platform.timer.run(Backoff::first_ms);
  device.platform.answer_post(piece_path, Error{ErrorCode::SignedOut, ""});
  CHECK(device.platform.posts.empty());
  device.box->woken();
  device.platform.timer.run();
  CHECK(device.posted().bytes.empty());
  CHECK(device.state(1).place == AttachmentPlace::Sending);
}

TEST_CASE("what the council does not take stays here with its reason until it is removed, and holds up no other") {
  Device device;
  device.add(1, photo());
  device.add(2, photo(100));
  device.document(1);
  device.document(2);
  device.answer(wire::FileState::Refused, 0, "not_a_photo");
  CHECK(device.state(1).place == AttachmentPlace::Refused);
  CHECK(device.state(1).code == "not_a_photo");
  CHECK(device.posted().id == id_of<DocumentId>(2));
  device.box->remove(id_of<DocumentId>(1));
  device.platform.timer.run();
  CHECK(device.on_disk() == 1);
  CHECK(device.state(1).place == AttachmentPlace::Elsewhere);
}

TEST_CASE("a file that nobody waits for any more is left alone until the records change") {
  Device device;
  device.add(1, photo());
  device.document(1);
  device.platform.answer_post(piece_path, Error{ErrorCode::NotFound, ""});
  CHECK(device.platform.posts.empty());
  CHECK(device.box->waiting() == 0);
  device.document(1);
  CHECK(device.posted().bytes.empty());
}

TEST_CASE("only one's own files are sent, whatever else the documents speak of") {
  Device device;
  device.add(1, photo());
  device.document(1, 0, 2);
  device.document(3);
  CHECK(device.platform.posts.empty());
  CHECK(device.state(3).place == AttachmentPlace::Elsewhere);
}

TEST_CASE("a council that is never where it should be is given a rest") {
  Device device;
  device.add(1, photo());
  device.document(1);
  for (int round = 0; round < 20 && !device.platform.posts.empty(); ++round) {
    device.answer(wire::FileState::Receiving, static_cast<std::size_t>(round) * 1000);
  }
  CHECK(device.platform.posts.empty());
  CHECK(device.box->waiting() == 1);
  device.box->woken();
  device.platform.timer.run();
  device.answer(wire::FileState::Receiving, 5'000'000);  // beyond the end
  CHECK(device.platform.posts.empty());
}

TEST_CASE("what cannot be kept is said, and nothing of it stays") {
  Device device;
  device.add(1, Error{ErrorCode::InvalidInput, "HTTP 415"});
  device.add(2, Bytes(wire::attachment_limits::file_bytes + 1));
  device.platform.store.erase([](StoreFault) {});
  device.add(3, photo());
  REQUIRE(device.added.size() == 3);
  CHECK(device.added[0].error().code == ErrorCode::InvalidInput);
  CHECK(device.added[1].error().detail == "file");
  CHECK(device.added[2].error().code == ErrorCode::Storage);
  CHECK(!device.box->holds_any());
}

TEST_CASE("no more than twelve files wait on a device") {
  Device device;
  for (std::uint8_t file = 1; file <= AttachmentBox::most_files; ++file) device.add(file, photo(10));
  device.add(100, photo(10));
  CHECK(device.added.back().error().detail == "many");
  CHECK(device.on_disk() == AttachmentBox::most_files);
}

TEST_CASE("what another tab has put there is found when somebody looks at this one again") {
  Device device;
  MemoryStore other(device.platform.timer, device.platform.disk);
  other.open("person", [](StoreFault) {});
  other.commit({Durability::Strict, {{StoreStep::Do::Put, Shelf::Files, id_of<DocumentId>(1).text(), photo()}}},
               [](const Committed&) {});
  device.platform.timer.run();
  device.document(1);
  CHECK(device.platform.posts.empty());
  device.box->woken();
  device.platform.timer.run();
  CHECK(device.posted().id == id_of<DocumentId>(1));
}

TEST_CASE("another person sees nothing of the one before, and no late answer comes to them") {
  Device device;
  device.add(1, photo());
  device.document(1);
  const auto late = std::move(device.platform.posts[0].reply);
  device.platform.posts.clear();
  device.platform.store.open("another", [](StoreFault) {});
  device.person = id_of<PersonId>(2);
  device.follow();
  CHECK(!device.box->holds_any());
  wire::FileProgress progress;
  progress.id = id_of<DocumentId>(1);
  progress.state = wire::FileState::Kept;
  late(wire::encode_frame(progress));
  CHECK(device.arrivals == 0);
}

}  // namespace alongside::client
