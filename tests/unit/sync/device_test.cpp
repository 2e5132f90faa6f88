// What a browser's storage can do: no room, failing, or keeping nothing at all.
#include "tests/unit/sync/sync_bench.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

TEST_CASE("without room the change is not taken, and the person is told") {
  SyncBench bench;
  Tab tab(bench);
  tab.store.strict_fault = StoreFault::Full;
  const auto answer = tab.save("first");
  CHECK(answer.came);
  CHECK_FALSE(answer.ok);
  CHECK(answer.code == ErrorCode::TooLarge);
  CHECK(tab.changes().empty());
  CHECK(tab.state() == SyncState::Full);
  tab.store.strict_fault = StoreFault::None;
  CHECK(tab.save("first").ok);
  CHECK(tab.state() == SyncState::Idle);
  CHECK(bench.council.contents() == Texts{"first"});
}

TEST_CASE("without room for the acknowledgement nothing is lost or doubled") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.save("first");
  tab.offline(false);
  tab.store.commit_faults = {StoreFault::Full, StoreFault::Full};
  tab.sync();
  bench.pass(20'000);
  CHECK(bench.council.applied == 1);
  CHECK(tab.documents() == Texts{"first"});
  CHECK(tab.engine->status() == SyncStatus{});
}

TEST_CASE("without room for the documents they are shown all the same") {
  SyncBench bench;
  Tab tab(bench);
  tab.store.relaxed_fault = StoreFault::Full;
  tab.save("first");
  CHECK(tab.documents() == Texts{"first"});
  CHECK(tab.changes().empty());
  CHECK(bench.shelf(Shelf::Documents).empty());
  tab.save("second");
  CHECK(tab.documents() == Texts{"first", "second"});
}

TEST_CASE("a browser that keeps nothing: a change is sent at once and is safe only then") {
  SyncBench bench;
  Tab tab(bench);
  tab.store.open_fault = StoreFault::Unavailable;
  tab.open();
  CHECK(tab.opened == true);
  CHECK(tab.state() == SyncState::KeepsNothing);
  tab.offline(true);
  const auto first = tab.begin_save("first");
  bench.pass(1'000);
  CHECK_FALSE(first->came);
  CHECK(tab.changes() == "first:saving");
  tab.offline(false);
  bench.pass(10'000);
  CHECK(first->ok);
  CHECK(tab.save("second").ok);
  CHECK(bench.council.contents() == Texts{"first", "second"});
  CHECK(tab.documents() == Texts{"first", "second"});
  CHECK(bench.shelf(Shelf::Outbox).empty());
}

TEST_CASE("a store that goes away: the change is the caller's, and the next is sent at once") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("before");
  tab.offline(true);
  tab.save("kept");
  tab.store.commit_faults = {StoreFault::Unavailable};
  const auto answer = tab.save("first");
  CHECK(answer.code == ErrorCode::Storage);
  CHECK(tab.state() == SyncState::KeepsNothing);
  CHECK(tab.changes() == "kept:kept");
  tab.offline(false);
  CHECK(tab.save("first again").ok);
  CHECK(bench.council.contents() == Texts{"before", "kept", "first again"});
  CHECK(tab.documents() == Texts{"before", "first again", "kept"});
  // The next session has its store again.
  tab.open();
  CHECK(tab.state() == SyncState::Idle);
  CHECK(tab.save("later").ok);
  CHECK(bench.council.contents() == Texts{"before", "kept", "first again", "later"});
  CHECK(bench.council.applied == 4);
}

TEST_CASE("who goes on in memory has a name of their own: what lies on the disk keeps its name and its numbers") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("before");
  const Bytes name = bench.shelf(Shelf::Meta).at("device");
  tab.store.commit_faults = {StoreFault::Unavailable};
  tab.save("lost");
  CHECK(tab.state() == SyncState::KeepsNothing);
  CHECK(tab.save("in memory").ok);
  tab.open();
  CHECK(tab.save("later").ok);
  CHECK(bench.shelf(Shelf::Meta).at("device") == name);
  CHECK(bench.council.contents() == Texts{"before", "in memory", "later"});
  CHECK(bench.council.state.devices.size() == 2);
}

TEST_CASE("a commit that is said to have failed and was done is not done again") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.store.says_failed = true;
  CHECK(tab.save("first").ok);
  tab.store.says_failed = false;
  tab.store.commit_faults = {StoreFault::Failed};
  CHECK(tab.save("second").code == ErrorCode::Storage);
  CHECK(tab.changes() == "first:kept");
}

TEST_CASE("a device that cannot be read now says so") {
  SyncBench bench;
  Tab tab(bench);
  tab.store.read_fault = StoreFault::Failed;
  tab.open();
  CHECK(tab.opened == false);
}

}  // namespace
}  // namespace alongside::client
