// Several tabs of one browser: one device, one sequence, one turn.
#include "app/client/store/sequence_key.hpp"
#include "tests/unit/sync/sync_bench.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

TEST_CASE("two tabs share one device, one sequence and one turn") {
  SyncBench bench;
  Tab left(bench);
  Tab right(bench);
  CHECK(left.engine->device() == right.engine->device());
  left.offline(true);
  right.offline(true);
  left.begin_save("left");
  right.begin_save("right");
  bench.pass();
  CHECK(left.engine->status().unsent == 2);
  CHECK(right.changes() == left.changes());
  right.offline(false);
  right.sync();
  CHECK(bench.council.applied == 2);
  CHECK(left.changes().empty());
  CHECK(left.documents() == Texts{"left", "right"});
  CHECK(bench.council.state.devices.size() == 1);
}

TEST_CASE("what another tab saves while this one is at work is shown afterwards") {
  SyncBench bench;
  Tab left(bench);
  Tab right(bench);
  left.offline(true);
  right.line.refuses = ErrorCode::SignedOut;  // it tries once, and not again
  right.engine->sync(SyncReason::Asked);
  bench.pass(5);  // it has read the outbox already
  left.begin_save("left");
  bench.pass(1'000);
  CHECK(right.changes() == "left:kept");
}

TEST_CASE("a page is not kept when another tab has come further meanwhile") {
  SyncBench bench;
  Tab left(bench);
  Tab right(bench);
  left.store.watch([] {});
  right.save("one");
  right.line.refuses = ErrorCode::Offline;
  // While the page is on its way to the left tab, the place in the feed is another.
  left.line.spoil_page = [&](Bytes&) { bench.shelf(Shelf::Meta)["cursor"] = bytes_of(sequence_key(7)); };
  bench.shelf(Shelf::Meta).erase("cursor");
  bench.shelf(Shelf::Documents).clear();
  left.engine->sync(SyncReason::Asked);
  bench.pass(100);
  CHECK(bench.shelf(Shelf::Documents).empty());
  CHECK(bench.shelf(Shelf::Meta)["cursor"] == bytes_of(sequence_key(7)));
}

TEST_CASE("a tab that has not heard that everything was wiped begins a new device") {
  SyncBench bench;
  Tab left(bench);
  Tab right(bench);
  right.store.watch([] {});
  right.offline(true);
  const DeviceId before = left.engine->device();
  left.engine->forget(Unsent::Keep, [](Result<void>) {});
  bench.pass();
  CHECK(right.engine->device() == before);
  CHECK(right.save("two").ok);
  CHECK(right.engine->device() != before);
  CHECK(bench.shelf(Shelf::Meta).count("device") == 1);
}

TEST_CASE("a tab that hears nothing of another does nothing twice") {
  SyncBench bench;
  Tab left(bench);
  Tab right(bench);
  right.store.watch([] {});
  left.offline(true);
  left.save("one");
  right.sync();  // sends what it finds on the disk
  CHECK(bench.council.contents() == Texts{"one"});
  left.store.watch([] {});
  left.offline(false);
  left.sync();
  CHECK(bench.council.applied == 1);
  CHECK(left.documents() == Texts{"one"});
}

TEST_CASE("the turn is given back whatever happens") {
  SyncBench bench;
  Tab tab(bench);
  const std::string turn = "sync-" + sam.text();
  SUBCASE("after a failure") {
    tab.offline(true);
    tab.save("one");
  }
  SUBCASE("when the engine is closed in the middle") {
    tab.begin_save("one");
    bench.pass(8);
    CHECK(bench.turns.waiting(turn) == 1);
    tab.engine->close();
  }
  SUBCASE("when the engine is closed while it waits for its turn") {
    Tab other(bench);
    other.engine->sync(SyncReason::Asked);
    tab.engine->sync(SyncReason::Asked);
    tab.engine->close();
    bench.pass();
  }
  SUBCASE("when the store fails") {
    tab.store.read_fault = StoreFault::Failed;
    tab.sync();
  }
  bench.pass(2);
  CHECK(bench.turns.waiting(turn) == 0);
}

TEST_CASE("a tab whose person was forgotten in another keeps what is saved in it all the same") {
  SyncBench bench;
  Tab left(bench);
  Tab right(bench);
  left.save("one");
  left.engine->forget(Unsent::Keep, [](Result<void>) {});
  bench.pass();
  CHECK(right.documents().empty());
  CHECK(right.save("two").ok);
  CHECK(bench.council.contents() == Texts{"one", "two"});
}

}  // namespace
}  // namespace alongside::client
