// A council that was restored from a copy, and a browser whose things were copied or put back: what
// somebody saved is sent again, and nothing happens twice.
#include "tests/unit/sync/sync_bench.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

TEST_CASE("what a restored council has lost is sent again") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  const SmallCouncil::State copy = bench.council.state;
  tab.save("two");
  tab.save("three");
  bench.council.restore(copy);
  SUBCASE("found out by fetching") { tab.sync(); }
  SUBCASE("found out by sending") { tab.save("four"); }
  SUBCASE("found out in the next session") {
    tab.engine->close();
    tab.open();
    tab.sync(SyncReason::Started);
  }
  bench.pass();
  Texts expected = {"one", "two", "three"};
  if (bench.council.contents().size() == 4) expected.push_back("four");
  CHECK(bench.council.contents() == expected);
  CHECK(tab.documents() == sorted(expected));
  CHECK(tab.changes().empty());
  CHECK(bench.council.state.devices.size() == 1);
}

// The council knows only how far a device has come, not with what: a copy of the browser may have been there first.
TEST_CASE("a restored council that a copy of this browser reached first still gets everything from both") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  const SmallCouncil::State copy = bench.council.state;
  SyncBench copied;
  *copied.disk = *bench.disk;
  copied.disk->open.clear();
  tab.save("two");
  bench.council.restore(copy);
  copied.council = bench.council;
  Tab twin(copied);
  twin.chance = SteadyChance(99);
  twin.save("three");
  CHECK(copied.council.contents() == Texts{"one", "three"});
  bench.council.state = copied.council.state;
  tab.save("four");
  bench.pass(20'000);
  CHECK(sorted(bench.council.contents()) == Texts{"four", "one", "three", "two"});
  CHECK(tab.changes().empty());
}

TEST_CASE("what a backup of a restored council holds under a number is not taken for what this browser had under it") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  const SmallCouncil::State copy = bench.council.state;
  SyncBench copied;
  *copied.disk = *bench.disk;
  copied.disk->open.clear();
  tab.save("two");
  bench.council.restore(copy);
  copied.council = bench.council;
  Tab twin(copied);
  twin.chance = SteadyChance(99);
  twin.save("three");
  bench.council.state = copied.council.state;
  bench.council.backed_up = 2;
  tab.save("four");
  bench.pass(20'000);
  CHECK(sorted(bench.council.contents()) == Texts{"four", "one", "three", "two"});
}

TEST_CASE("documents that a restored council does not have go, in one commit with the first page") {
  SyncBench bench;
  Tab other(bench);
  const SmallCouncil::State copy = bench.council.state;
  other.engine->close();
  wire::Document theirs;
  theirs.id = DocumentId(IdBytes{9});
  theirs.kind = note_kind;
  theirs.facet = wire::Facet::Money;
  theirs.content = bytes_of("of another");
  bench.council.state.feed = {theirs};
  Tab tab(bench);
  tab.sync();
  CHECK(tab.documents() == Texts{"of another"});
  bench.council.restore(copy);
  tab.store.relaxed_fault = StoreFault::Failed;
  tab.sync();
  CHECK(tab.documents() == Texts{"of another"});  // all or nothing
  tab.store.relaxed_fault = StoreFault::None;
  bench.pass(20'000);
  CHECK(tab.documents().empty());
  CHECK(bench.shelf(Shelf::Documents).empty());
}

TEST_CASE("what was backed up leaves the device, and is not missed") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  tab.save("two");
  CHECK(bench.shelf(Shelf::Outbox).size() == 2);
  bench.council.backed_up = 2;
  tab.save("three");
  CHECK(bench.shelf(Shelf::Outbox).size() == 1);
  CHECK(tab.documents() == Texts{"one", "three", "two"});
  // A copy from before what was said to be backed up: the rest still finds its way.
  SmallCouncil::State copy;
  bench.council.backed_up = 0;
  bench.council.restore(copy);
  tab.save("four");
  CHECK(bench.council.contents() == Texts{"three", "four"});
  CHECK(tab.changes().empty());
}

TEST_CASE("what the council did not have room for in its backup stays, however old, while it is among the newest") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  bench.clock.since_start_ms = std::int64_t{86'400'000} * 500;
  tab.save("two");
  CHECK(bench.shelf(Shelf::Outbox).size() == 2);
}

TEST_CASE("a council that says less than it said takes back what it acknowledged") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  tab.save("two");
  auto& log = bench.council.state.devices.begin()->second;
  bench.council.state.known.erase(log.back().id);
  bench.council.state.feed.pop_back();
  log.pop_back();
  tab.save("three");
  CHECK(bench.council.contents() == Texts{"one", "two", "three"});
}

TEST_CASE("a browser that was copied becomes another device and sends its own changes") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  SyncBench copied;
  *copied.disk = *bench.disk;
  copied.disk->open.clear();
  tab.save("mine");
  Tab twin(copied);
  copied.council.state = bench.council.state;  // the same council
  twin.chance = SteadyChance(99);
  twin.offline(true);
  twin.save("theirs");
  twin.save("theirs too");
  twin.offline(false);
  const DeviceId before = twin.engine->device();
  twin.sync();
  CHECK(twin.engine->device() != before);
  CHECK(copied.council.contents() == Texts{"one", "mine", "theirs", "theirs too"});
  CHECK(twin.documents() == Texts{"mine", "one", "theirs", "theirs too"});
  CHECK(twin.changes().empty());
  CHECK(twin.save("later").ok);
  CHECK(copied.council.contents().size() == 5);
}

TEST_CASE("what both copies had not sent is applied once") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.save("shared");
  SyncBench copied;
  *copied.disk = *bench.disk;
  copied.disk->open.clear();
  tab.offline(false);
  tab.save("mine");
  copied.council.state = bench.council.state;
  Tab twin(copied);
  twin.chance = SteadyChance(99);
  twin.save("theirs");
  CHECK(copied.council.contents() == Texts{"shared", "mine", "theirs"});
}

TEST_CASE("refusals outlast becoming another device, and are not sent again") {
  SyncBench bench;
  Tab tab(bench);
  const OperationId refused = tab.save("Refused").id;
  tab.save("one");
  bench.council.restore({});
  tab.save("two");
  CHECK(bench.council.contents() == Texts{"one", "two"});
  CHECK(tab.changes() == "Refused:refused");
  CHECK(bench.council.state.known.count(refused) == 0);
  tab.engine->dismiss(refused);
  bench.pass();
  CHECK(tab.changes().empty());
  bench.council.restore({});
  tab.save("three");
  CHECK(bench.council.contents() == Texts{"one", "two", "three"});
}

TEST_CASE("a change says which one it was built on, whatever numbers its device goes on with") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  tab.save("Refused");
  const OperationId two = tab.save("two").id;
  tab.offline(true);
  tab.save("built on two", {1, two});
  bench.council.restore({});  // it knows nothing of this device, which becomes another
  tab.offline(false);
  tab.sync();
  CHECK(bench.council.contents() == Texts{"one", "two", "built on two"});
  CHECK(bench.council.last_push.built_on == std::vector<OperationId>{two});
}

TEST_CASE("a cursor that is ahead of the feed begins again") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  tab.save("two");
  bench.council.state.feed.pop_back();
  tab.sync();
  CHECK(tab.documents() == Texts{"one"});
  CHECK(tab.engine->cursor() == 1);
  CHECK(tab.state() == SyncState::Idle);
}

TEST_CASE("a document on the device that cannot be read is fetched again") {
  SyncBench bench;
  {
    Tab tab(bench);
    tab.save("one");
  }
  bench.shelf(Shelf::Documents).begin()->second = bytes_of("rubbish");
  Tab tab(bench);
  CHECK(tab.documents().empty());
  tab.sync(SyncReason::Started);
  CHECK(tab.documents() == Texts{"one"});
}

TEST_CASE("a change on the device that cannot be read stays, and those after it wait") {
  SyncBench bench;
  Bytes kept;
  {
    Tab tab(bench);
    tab.save("zero");
    tab.offline(true);
    tab.save("one");
    tab.save("two");
  }
  auto& outbox = bench.shelf(Shelf::Outbox);
  kept = std::next(outbox.begin())->second;
  std::next(outbox.begin())->second = bytes_of("of a newer edition");
  {
    Tab tab(bench);
    tab.sync(SyncReason::Started);
    CHECK(tab.state() == SyncState::Incompatible);
    CHECK(bench.council.contents() == Texts{"zero"});
    CHECK(outbox.size() == 3);
    CHECK(tab.engine->status().unsent == 2);
    tab.engine->close();
  }
  std::next(outbox.begin())->second = kept;  // the newer edition is back
  Tab tab(bench);
  tab.sync(SyncReason::Started);
  CHECK(bench.council.contents() == Texts{"zero", "one", "two"});
}

TEST_CASE("a device that lost its name but not its changes becomes another") {
  SyncBench bench;
  {
    Tab tab(bench);
    tab.offline(true);
    tab.save("one");
  }
  bench.shelf(Shelf::Meta).erase("device");
  Tab tab(bench);
  tab.sync(SyncReason::Started);
  CHECK(bench.council.contents() == Texts{"one"});
}

}  // namespace
}  // namespace alongside::client
