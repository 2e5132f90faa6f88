// What somebody takes along in a file and back out of one, between two devices of theirs: each change is with the
// council once, whoever sends it, and a device that cannot keep them all keeps none.
#include "tests/unit/sync/sync_bench.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

std::vector<wire::Operation> copy_of(const Tab& tab) {
  std::vector<wire::Operation> made;
  for (const KeptChange& kept : tab.engine->kept().changes) {
    if (kept.state == ChangeState::Kept || kept.state == ChangeState::Saving) made.push_back(kept.made);
  }
  return made;
}

std::optional<ErrorCode> take_back(Tab& tab, std::vector<wire::Operation> made) {
  std::optional<ErrorCode> said = ErrorCode::Internal;
  tab.engine->take_back(std::move(made), [&](const Result<void>& kept) {
    said.reset();
    if (!kept.ok()) said = kept.error().code;
  });
  tab.bench.pass();
  return said;
}

// Its tabs draw other ids than the first one's.
struct OtherBrowser : SyncBench {
  OtherBrowser() { tabs = 100; }
};

// Two browsers of one person: another disk, and a council of its own until the test says otherwise.
struct Devices {
  SyncBench first;
  OtherBrowser second;
  Tab phone{first};
  Tab tablet{second};
  // What the second sends goes to the first one's council.
  void move_tablet_to_council() { second.council.state = first.council.state; }
};

}  // namespace

TEST_CASE("a copy has what is unsent, oldest first, and what the council did not take; not what it has") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("sent");
  tab.save("Refused");
  tab.save("Conflict");
  tab.offline(true);
  tab.save("one");
  tab.save("two");
  const auto kept = tab.engine->kept();
  REQUIRE(kept.changes.size() == 4);
  CHECK(kept.changes[0].state == ChangeState::Refused);
  CHECK(kept.changes[1].state == ChangeState::Conflict);
  CHECK(kept.changes[2].made.payload == bytes_of("one"));
  CHECK(kept.changes[3].state == ChangeState::Kept);
  CHECK(kept.unreadable == 0);
}

TEST_CASE("taken back on another device, each change is with the council once") {
  Devices devices;
  devices.phone.offline(true);
  devices.phone.save("one");
  devices.phone.save("two");
  const auto made = copy_of(devices.phone);
  REQUIRE(made.size() == 2);

  SUBCASE("the first device never comes back") {
    CHECK_FALSE(take_back(devices.tablet, made));
    CHECK(devices.second.council.contents() == Texts{"one", "two"});
    CHECK(devices.tablet.changes().empty());
  }
  SUBCASE("the first device had sent them after all") {
    devices.phone.offline(false);
    devices.phone.sync();
    CHECK(devices.first.council.applied == 2);
    devices.move_tablet_to_council();
    CHECK_FALSE(take_back(devices.tablet, made));
    CHECK(devices.second.council.applied == 0);
    CHECK(devices.second.council.contents() == Texts{"one", "two"});
    CHECK(devices.tablet.documents() == Texts{"one", "two"});
    CHECK(devices.tablet.changes().empty());
  }
  SUBCASE("twice the same file") {
    devices.tablet.offline(true);
    CHECK_FALSE(take_back(devices.tablet, made));
    CHECK_FALSE(take_back(devices.tablet, made));
    CHECK(devices.tablet.changes() == "one:kept two:kept");
    devices.tablet.offline(false);
    devices.tablet.sync();
    CHECK(devices.second.council.applied == 2);
  }
}

TEST_CASE("what is taken back comes after what the device has made itself") {
  Devices devices;
  devices.phone.offline(true);
  devices.phone.save("one");
  devices.tablet.offline(true);
  devices.tablet.save("mine");
  CHECK_FALSE(take_back(devices.tablet, copy_of(devices.phone)));
  CHECK(devices.tablet.changes() == "mine:kept one:kept");
}

TEST_CASE("after everything was forgotten here, the same device takes it back under another name") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.save("one");
  const auto made = copy_of(tab);
  tab.engine->forget(Unsent::Discard, [](const Result<void>&) {});
  bench.pass();
  tab.open();
  CHECK(tab.changes().empty());
  CHECK_FALSE(take_back(tab, made));
  tab.offline(false);
  tab.sync();
  CHECK(bench.council.contents() == Texts{"one"});
}

TEST_CASE("V8.2.2: another person's changes are not taken in, nor any that come with them") {
  Devices devices;
  devices.phone.offline(true);
  devices.phone.save("one");
  devices.phone.save("two");
  auto made = copy_of(devices.phone);
  made[1].actor = PersonId(IdBytes{8});
  CHECK(take_back(devices.tablet, made) == ErrorCode::InvalidInput);
  CHECK(devices.tablet.changes().empty());
  CHECK(devices.second.shelf(Shelf::Outbox).empty());
}

TEST_CASE("a device without room for all of them keeps none, and says so") {
  Devices devices;
  devices.phone.offline(true);
  devices.phone.save("one");
  devices.phone.save("two");
  devices.tablet.store.commit_faults.push_back(StoreFault::Full);
  CHECK(take_back(devices.tablet, copy_of(devices.phone)) == ErrorCode::TooLarge);
  CHECK(devices.tablet.changes().empty());
  CHECK(devices.second.council.applied == 0);
}

TEST_CASE("nobody takes anything back, and nothing is kept of nobody") {
  SyncBench bench;
  Tab tab(bench);
  tab.engine->close();
  CHECK(tab.engine->kept().changes.empty());
  CHECK(take_back(tab, {}) == ErrorCode::InvalidInput);
}

TEST_CASE("a change says on any device which one it was built on") {
  Devices devices;
  devices.phone.offline(true);
  const OperationId one = devices.phone.save("one").id;
  devices.phone.save("two", {1, one});
  REQUIRE(take_back(devices.tablet, copy_of(devices.phone)) == std::nullopt);
  CHECK(devices.second.council.last_push.built_on == std::vector<OperationId>{one});
}

}  // namespace alongside::client
