// A person who does not want their things kept on the device, and one who has them wiped.
#include "tests/unit/sync/sync_bench.hpp"

#include "app/wire/frame.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

TEST_CASE("unsent only: the device holds what is not sent, and nothing else") {
  SyncBench bench;
  Tab tab(bench, Keep::UnsentOnly);
  tab.offline(true);
  tab.save("one");
  CHECK(bench.shelf(Shelf::Outbox).size() == 1);
  tab.offline(false);
  tab.sync();
  CHECK(tab.documents() == Texts{"one"});
  CHECK(tab.changes().empty());
  CHECK(bench.shelf(Shelf::Outbox).empty());
  CHECK(bench.shelf(Shelf::Documents).empty());
  CHECK(bench.shelf(Shelf::Meta).count("cursor") == 0);
  const OperationId refused = tab.save("Refused").id;
  CHECK(tab.changes() == "Refused:refused");
  tab.open(Keep::UnsentOnly);
  CHECK(tab.changes() == "Refused:refused");  // nobody has seen it yet
  tab.engine->dismiss(refused);
  bench.pass();
  CHECK(bench.shelf(Shelf::Outbox).empty());
}

TEST_CASE("unsent only: a change is in sight until the documents show it") {
  SyncBench bench;
  Tab tab(bench, Keep::UnsentOnly);
  tab.line.feeds = {TestLine::Way::NotReached};
  tab.begin_save("one");
  bench.pass(40);
  CHECK(tab.changes() == "one:received");
  bench.pass(10'000);
  CHECK(tab.changes().empty());
  CHECK(tab.documents() == Texts{"one"});
}

TEST_CASE("unsent only: another tab's change is in sight until it has been fetched here") {
  SyncBench bench;
  Tab left(bench, Keep::UnsentOnly);
  Tab right(bench, Keep::UnsentOnly);
  right.offline(true);
  left.offline(true);
  left.save("one");
  CHECK(right.changes() == "one:kept");
  right.line.refuses = ErrorCode::SignedOut;  // it can send and fetch nothing
  left.offline(false);
  left.sync();
  CHECK(left.changes().empty());
  CHECK(right.changes() == "one:received");
  right.line.refuses.reset();
  right.sync();
  CHECK(right.changes().empty());
  CHECK(right.documents() == Texts{"one"});
}

TEST_CASE("unsent only: what an earlier choice left on the device goes, but nothing unsent") {
  SyncBench bench;
  {
    Tab tab(bench);
    tab.save("one");
    tab.offline(true);
    tab.save("two");
  }
  Tab tab(bench, Keep::UnsentOnly);
  CHECK(bench.shelf(Shelf::Documents).empty());
  CHECK(bench.shelf(Shelf::Outbox).size() == 1);
  CHECK(tab.documents().empty());
  CHECK(tab.changes() == "one:received two:kept");  // in sight, as its document has gone
  tab.sync();
  CHECK(tab.documents() == Texts{"one", "two"});
  CHECK(tab.changes().empty());
}

TEST_CASE("unsent only: a restored council gets what comes after") {
  SyncBench bench;
  Tab tab(bench, Keep::UnsentOnly);
  tab.save("one");
  tab.save("two");
  bench.council.restore({});
  CHECK(tab.save("three").ok);
  CHECK(bench.council.contents() == Texts{"three"});
  CHECK(tab.documents() == Texts{"three"});
  CHECK(tab.changes().empty());
}

TEST_CASE("V14.3.1: forgetting waits for what is unsent, unless the person lets it go") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  tab.offline(true);
  tab.save("two");
  std::optional<ErrorCode> said;
  const auto forget = [&](Unsent unsent) {
    said.reset();
    bool done = false;
    tab.engine->forget(unsent, [&](Result<void> result) {
      done = result.ok();
      if (!result) said = result.error().code;
    });
    bench.pass();
    return done;
  };
  CHECK_FALSE(forget(Unsent::Keep));
  CHECK(said == ErrorCode::Conflict);
  CHECK(tab.changes() == "two:kept");

  const SavedCopies::Kept kept = tab.engine->kept();
  REQUIRE(kept.changes.size() == 1);
  CHECK(kept.changes[0].made.payload == bytes_of("two"));
  CHECK(kept.changes[0].made.actor == sam);

  SUBCASE("it is sent first") {
    tab.offline(false);
    tab.sync();
    CHECK(forget(Unsent::Keep));
    CHECK(bench.council.applied == 2);
  }
  SUBCASE("the person lets it go") {
    CHECK(forget(Unsent::Discard));
    CHECK(bench.council.applied == 1);
  }
  CHECK(bench.disk->databases.count("person-" + sam.text()) == 0);
  CHECK(tab.documents().empty());
  CHECK(bench.turns.waiting("sync-" + sam.text()) == 0);
  tab.open();
  CHECK(tab.changes().empty());
}

TEST_CASE("V14.3.1: signing out leaves nothing of the council's on the device, and all that only the device has") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("one");
  const auto leave = [&](SyncEngine::OwnFiles files = SyncEngine::OwnFiles::None) {
    bool left = false;
    tab.engine->leave(files, [&](Result<void> result) { left = result.ok(); });
    bench.pass();
    return left;
  };
  const std::string database = "person-" + sam.text();

  SUBCASE("with nothing of their own the whole database goes") {
    CHECK(leave());
    CHECK(bench.disk->databases.count(database) == 0);
  }
  SUBCASE("what is unsent stays, and is sent when they come back") {
    tab.offline(true);
    tab.save("two");
    CHECK(leave());
    CHECK(bench.shelf(Shelf::Documents).empty());
    for (const auto key : {"cursor", "incarnation", "shown", "session"})
      CHECK(bench.shelf(Shelf::Meta).count(key) == 0);
    CHECK(bench.shelf(Shelf::Outbox).size() == 1);
    tab.open();
    CHECK(tab.documents().empty());
    tab.offline(false);
    tab.sync();
    CHECK(tab.documents() == Texts{"one", "two"});
    CHECK(bench.council.applied == 2);
  }
  SUBCASE("a draft stays") {
    tab.engine->keep_draft("begun", bytes_of("half a thought"), {});
    bench.pass();
    CHECK(leave());
    CHECK(bench.shelf(Shelf::Documents).empty());
    CHECK(bench.shelf(Shelf::Drafts).size() == 1);
    tab.open();
    CHECK(tab.engine->draft("begun") == bytes_of("half a thought"));
  }
  SUBCASE("a photo that the council has not got stays") {
    CHECK(leave(SyncEngine::OwnFiles::Some));
    CHECK(bench.shelf(Shelf::Documents).empty());
    CHECK(bench.disk->databases.count(database) == 1);
  }
}

}  // namespace
}  // namespace alongside::client
