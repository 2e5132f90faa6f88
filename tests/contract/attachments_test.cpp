// The photo of a receipt, over real HTTP: from a spend that names it, in pieces, to whoever may see the
// spend; and what everybody else sees.
#include "app/wire/crc32c.hpp"
#include "app/wire/messages/attachment.hpp"
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/push.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "tests/contract/clamd.hpp"
#include "tests/contract/family_server.hpp"
#include "tests/support/sample_pictures.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <map>
#include <thread>

using namespace alongside;
using namespace alongside::contract;
using namespace alongside::direct_payments;

namespace {

const wire::Subject child{HouseholdId::parse("10000000-0000-4000-8000-000000000001").value(),
                          SubjectId::parse("20000000-0000-4000-8000-000000000001").value()};
const DocumentId agreement = DocumentId::parse("40000000-0000-4000-8000-000000000001").value();
const OperationId spend_id = OperationId::parse("70000000-0000-4000-8000-000000000001").value();
const std::string photo_text = "60000000-0000-4000-8000-000000000001";
const DocumentId photo_id = DocumentId::parse(photo_text).value();

// The Sharer has the agreement and lets the Parent change their money; the Other sees nothing.
struct Council {
  explicit Council(const std::string& configuration = DEMO_COUNCIL "/council.json")
      : server({"--demo"}, configuration) {
    REQUIRE(server.process().verb({"agreement", "import", FIXTURES "/family/sharer_agreement.json"}).exit_code == 0);
  }

  FamilyServer server;
  std::string sharer = server.sign_in(Who::Sharer), parent = server.sign_in(Who::Parent);
  std::map<Who, std::uint64_t> sequences;

  // A spend of £8 on swimming, with the photo.
  wire::PushReply spend() {
    RecordTransaction record;
    record.agreement = mark_of(agreement);
    record.day = Date::parse("2026-11-21").value();
    record.text = "Swim club";
    record.postings = {{Account::Activities, Money::from_pence(800).value()},
                       {Account::Bank, Money::from_pence(-800).value()}};
    record.receipts = {photo_id};
    return push(Who::Sharer, sharer, spend_id, record);
  }
  // Another photo for that spend, later.
  wire::PushReply add(Who who, const std::string& cookie, DocumentId photo) {
    AddReceipt receipt;
    receipt.transaction = DocumentId(spend_id.bytes());
    receipt.receipt = photo;
    return push(who, cookie, OperationId(photo.bytes()), receipt);
  }
  template <wire::Message T>
  wire::PushReply push(Who who, const std::string& cookie, OperationId id, const T& message) {
    wire::Push push;
    push.device = DeviceId(person(who).bytes());
    push.actor = person(who);
    push.first_sequence = ++sequences[who];
    push.subjects = {child};
    wire::PushedOperation operation;
    operation.id = id;
    operation.kind = T::schema.id;
    operation.payload = wire::encode_payload(message);
    push.operations = {operation};
    return message_in<wire::PushReply>(post(server.port(), "/api/sync/push", frame_of(push), {cookie})).value();
  }

  Reply send(const std::string& cookie, const Bytes& whole, std::size_t from, std::size_t count) {
    wire::FilePiece piece;
    piece.id = photo_id;
    piece.total = static_cast<std::uint32_t>(whole.size());
    piece.checksum = wire::crc32c(whole);
    piece.offset = static_cast<std::uint32_t>(from);
    const auto begin = whole.begin() + static_cast<std::ptrdiff_t>(from);
    piece.bytes.assign(begin, begin + static_cast<std::ptrdiff_t>(std::min(count, whole.size() - from)));
    return post(server.port(), "/api/attachments/piece", frame_of(piece), {cookie});
  }
  wire::FileProgress progress(const Reply& reply) {
    const auto progress = message_in<wire::FileProgress>(reply);
    REQUIRE(progress.ok());
    return progress.value();
  }
  Reply fetch(const std::string& cookie, const std::string& id = photo_text) {
    return get(server.port(), "/api/attachments/" + id, {cookie});
  }
};

// The demo's configuration, with a scanner.
std::string scanning_council(const TemporaryFolder& folder, const std::string& socket) {
  const std::string path = folder.path() + "/council.json";
  write_file(path, "{\"scanner\": \"" + socket + "\"," + read_file(DEMO_COUNCIL "/council.json").substr(1));
  return path;
}

// A photo of which `words` are a part that every reader passes over.
Bytes photo_with(std::string_view words) {
  Bytes photo = testing::jpeg();
  const std::size_t length = words.size() + 2;
  Bytes comment = {0xFF, 0xFE, static_cast<std::uint8_t>(length >> 8), static_cast<std::uint8_t>(length)};
  comment.insert(comment.end(), words.begin(), words.end());
  photo.insert(photo.begin() + 2, comment.begin(), comment.end());
  return photo;
}

}  // namespace

TEST_CASE("the photo of a receipt goes to the council in pieces and is opened by the other carer, without its place") {
  Council council;
  REQUIRE(council.spend().results.at(0).outcome == wire::Outcome::Applied);
  CHECK(council.fetch(council.parent).status == 404);
  const Bytes photo = testing::jpeg();
  CHECK(council.progress(council.send(council.sharer, photo, 0, 120)).received == 120);
  CHECK(council.progress(council.send(council.sharer, photo, 120, 5000)).state == wire::FileState::Kept);
  const Reply reply = council.fetch(council.parent);
  CHECK(reply.status == 200);
  CHECK(has(reply.body, "JFIF"));
  CHECK(!has(reply.body, testing::secret_place));
  CHECK(reply.body == council.fetch(council.sharer).body);
}

TEST_CASE(
    "V5.4.1 V5.4.2: a file is saved and never shown: no name of the family's, no sniffing, no script, no copy on the "
    "way") {
  Council council;
  council.spend();
  REQUIRE(council.send(council.sharer, testing::png(), 0, 5000).status == 200);
  const Reply reply = council.fetch(council.sharer);
  CHECK(reply.header("content-type") == "image/png");
  CHECK(reply.header("content-disposition") == "attachment; filename=\"photo.png\"");
  CHECK(reply.header("x-content-type-options") == "nosniff");
  CHECK(reply.header("cache-control") == "private, no-store");
  CHECK(reply.headers.count("content-security-policy") == 1);
  CHECK(has(reply.header("content-security-policy"), "default-src 'none'; sandbox;"));
  CHECK(!has(reply.header("content-security-policy"), "script-src"));
  CHECK(reply.header("cross-origin-resource-policy") == "same-origin");
  CHECK(reply.header("etag") == "");
}

TEST_CASE("whoever has no share gets the 404 of an address that never was") {
  Council council;
  council.spend();
  REQUIRE(council.send(council.sharer, testing::jpeg(), 0, 5000).status == 200);
  for (const Who who : {Who::Other, Who::Restricted, Who::Former}) {
    const std::string cookie = council.server.sign_in(who);
    const Reply hidden = council.fetch(cookie);
    CHECK(hidden.status == 404);
    CHECK(seen(hidden) == seen(council.fetch(cookie, "60000000-0000-4000-8000-00000000000f")));
    CHECK(seen(hidden) == seen(get(council.server.port(), "/api/nowhere", {cookie})));
  }
  CHECK(get(council.server.port(), "/api/attachments/" + photo_text).status == 401);
}

TEST_CASE("only who wrote the spend may send its photo, and a file nobody waits for is not taken") {
  Council council;
  const Bytes photo = testing::jpeg();
  CHECK(council.send(council.sharer, photo, 0, 5000).status == 404);
  council.spend();
  CHECK(council.send(council.parent, photo, 0, 5000).status == 404);
  CHECK(council.send("X: y", photo, 0, 5000).status == 401);
  Bytes large(wire::attachment_limits::piece_bytes + 2000);
  CHECK(post(council.server.port(), "/api/attachments/piece", std::string(large.begin(), large.end()), {council.sharer})
            .status == 413);
  CHECK(post(council.server.port(), "/api/attachments/piece", "rubbish", {council.sharer}).status == 400);
}

TEST_CASE("a photo is added to a spend later by whoever may change it, five in all, and by nobody else") {
  Council council;
  council.spend();
  const auto photo = [](int number) {
    return DocumentId::parse("60000000-0000-4000-8000-0000000001" + std::to_string(10 + number)).value();
  };
  for (int number = 0; number < 4; ++number) {
    CHECK(council.add(Who::Parent, council.parent, photo(number)).results.at(0).outcome == wire::Outcome::Applied);
  }
  CHECK(council.add(Who::Parent, council.parent, photo(5)).results.at(0).code == "too_many_files");
  for (const Who who : {Who::Other, Who::Restricted, Who::Former}) {
    const auto reply = council.add(who, council.server.sign_in(who), photo(6));
    // Who is restricted is a parent with whom nobody shares: they may change spends, and see none.
    CHECK(reply.results.at(0).code == (who == Who::Restricted ? "not_found" : "not_allowed"));
  }
}

TEST_CASE("V5.3.1: what is no photo is refused with its reason, and the spend stays") {
  Council council;
  REQUIRE(council.spend().results.at(0).outcome == wire::Outcome::Applied);
  const std::string page = "<html><script>alert(1)</script>";
  const auto refused = council.progress(council.send(council.sharer, Bytes(page.begin(), page.end()), 0, 5000));
  CHECK(refused.state == wire::FileState::Refused);
  CHECK(refused.code == "not_a_photo");
  CHECK(council.fetch(council.sharer).status == 404);
  const auto feed = message_in<wire::FeedPage>(get(council.server.port(), "/api/sync/feed?since=0", {council.parent}));
  REQUIRE(feed.ok());
  const auto is_spend = [](const wire::Document& document) { return document.kind == Transaction::schema.id; };
  CHECK(std::ranges::count_if(feed->documents, is_spend) == 2);
}

TEST_CASE("neither the database nor the log keeps the place that was in the photo") {
  Council council;
  council.spend();
  const Bytes photo = testing::jpeg();
  for (std::size_t at = 0; at < photo.size(); at += 100) council.send(council.sharer, photo, at, 100);
  REQUIRE(council.fetch(council.sharer).status == 200);
  CHECK(!has(council.server.process().log(), testing::secret_place));
  CHECK(!has(council.server.process().log(), photo_text));
  // Stopped, so that all of it is in one file and no longer in the log that was written ahead of it.
  council.server.process().signal(SIGTERM);
  const std::string database = council.server.data() + "/alongside.sqlite";
  for (int i = 0; i < 100 && !read_file(database + "-wal").empty(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  REQUIRE(read_file(database + "-wal").empty());
  CHECK(has(read_file(database), "JFIF"));
  CHECK(!has(read_file(database), testing::secret_place));
}

TEST_CASE(
    "V5.4.3: what a scanner calls harmful is refused, what it calls clean is kept, and while it is away nothing is "
    "either" *
    doctest::skip(!Clamd::is_installed())) {
  Clamd clamd;
  const TemporaryFolder folder;
  Council council(scanning_council(folder, clamd.socket()));
  REQUIRE(council.spend().results.at(0).outcome == wire::Outcome::Applied);
  const Bytes harmful = photo_with(Clamd::harmful);
  const Bytes clean = photo_with("a day at the sea");

  const Reply away = council.send(council.sharer, clean, 0, 5000);
  CHECK(away.status == 503);
  CHECK(away.header("retry-after") == "60");
  CHECK(council.fetch(council.sharer).status == 404);

  REQUIRE(clamd.start());
  const auto refused = council.progress(council.send(council.sharer, harmful, 0, 5000));
  CHECK(refused.state == wire::FileState::Refused);
  CHECK(refused.code == "harmful");
  CHECK(council.fetch(council.sharer).status == 404);

  CHECK(council.progress(council.send(council.sharer, clean, 0, 100)).received == 100);
  clamd.stop();
  CHECK(council.send(council.sharer, clean, 100, 5000).status == 503);
  REQUIRE(clamd.start());
  CHECK(council.progress(council.send(council.sharer, clean, clean.size(), 0)).state == wire::FileState::Kept);
  CHECK(council.fetch(council.parent).status == 200);
}
