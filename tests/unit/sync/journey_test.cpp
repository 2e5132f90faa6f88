// What the person relies on: what was saved stays, arrives once, and shows where it stands.
#include "tests/unit/sync/sync_bench.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

TEST_CASE("what is saved reaches the council once and is shown by its documents") {
  SyncBench bench;
  Tab tab(bench);
  CHECK(tab.opened == true);
  const auto saved = tab.begin_save("first");
  CHECK_FALSE(saved->came);  // never before the call returns
  CHECK(tab.changes() == "first:saving");
  bench.pass();
  CHECK(saved->ok);
  CHECK(bench.council.contents() == Texts{"first"});
  CHECK(tab.documents() == Texts{"first"});
  CHECK(tab.changes().empty());
  CHECK(tab.state() == SyncState::Idle);
}

TEST_CASE("without a network a change is kept, and goes by itself when the council is there again") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  CHECK(tab.save("first").ok);
  CHECK(tab.save("second").ok);
  CHECK(tab.changes() == "first:kept second:kept");
  CHECK(tab.state() == SyncState::Offline);
  CHECK(tab.engine->status().unsent == 2);
  CHECK(tab.engine->status().oldest_unsent_ms == bench.clock.now_ms());
  tab.offline(false);
  bench.pass(Backoff::longest_ms);
  CHECK(bench.council.contents() == Texts{"first", "second"});
  CHECK(tab.engine->status() == SyncStatus{});
}

TEST_CASE("saved is said only when the change is on the disk") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.store.answers = false;
  const auto saved = tab.begin_save("first");
  bench.pass(100'000);
  CHECK_FALSE(saved->came);
  CHECK(tab.changes() == "first:saving");
}

TEST_CASE("what was kept is there in the next session, with its state") {
  SyncBench bench;
  {
    Tab tab(bench);
    tab.save("shown");
    tab.offline(true);
    tab.save("first");
  }
  Tab tab(bench);
  CHECK(tab.changes() == "first:kept");
  CHECK(tab.documents() == Texts{"shown"});
  tab.sync(SyncReason::Started);
  CHECK(bench.council.contents() == Texts{"shown", "first"});
}

TEST_CASE("a change that the council has is received until its documents have come") {
  SyncBench bench;
  Tab tab(bench);
  tab.line.feeds = {TestLine::Way::NotReached};
  const auto saved = tab.begin_save("first");
  bench.pass(40);
  CHECK(saved->ok);
  CHECK(tab.changes() == "first:received");
  CHECK(tab.documents().empty());
  bench.pass(5'000);
  CHECK(tab.changes().empty());
  CHECK(tab.documents() == Texts{"first"});
}

TEST_CASE("a change stays in sight until the last page, however many come before its document") {
  SyncBench bench;
  for (std::uint8_t i = 1; i <= 3; ++i) {
    wire::Document before;
    before.id = DocumentId(IdBytes{i});
    before.facet = wire::Facet::Money;
    before.kind = note_kind;
    before.content = bytes_of("before");
    bench.council.state.feed.push_back(before);
  }
  bench.council.page = 1;
  Tab tab(bench);
  tab.line.feeds = {TestLine::Way::Good, TestLine::Way::Good, TestLine::Way::NotReached};
  tab.begin_save("mine");
  bench.pass(100);
  CHECK(tab.documents() == Texts{"before", "before"});
  CHECK(tab.changes() == "mine:received");
  bench.pass(10'000);
  CHECK(tab.documents() == Texts{"before", "before", "before", "mine"});
  CHECK(tab.changes().empty());
}

TEST_CASE("a refusal and a conflict stay until the person has seen them, also in the next session") {
  SyncBench bench;
  OperationId refused;
  {
    Tab tab(bench);
    refused = tab.save("Refuse me").id;
    tab.save("Conflict me");
    tab.save("good");
    CHECK(tab.changes() == "Refuse me:refused Conflict me:conflict");
    CHECK(bench.council.contents() == Texts{"good"});  // they do not block the queue
    const std::uint32_t kinds[] = {note_kind};
    CHECK(tab.engine->changes(kinds)[0]->code == "not_allowed");
  }
  {
    Tab tab(bench);
    CHECK(tab.changes() == "Refuse me:refused Conflict me:conflict");
    tab.engine->dismiss(refused);
    bench.pass();
    CHECK(tab.changes() == "Conflict me:conflict");
  }
  Tab tab(bench);
  CHECK(tab.changes() == "Conflict me:conflict");
}

TEST_CASE("only a refusal can be dismissed") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  const OperationId id = tab.save("first").id;
  tab.engine->dismiss(id);
  bench.pass();
  CHECK(tab.changes() == "first:kept");
}

TEST_CASE("an idle tab asks nothing of the council") {
  SyncBench bench;
  Tab tab(bench);
  tab.sync(SyncReason::Started);
  const int before = tab.line.requests;
  bench.pass(86'400'000);
  CHECK(tab.line.requests == before);
}

TEST_CASE("who waits in vain and has nothing to send stops asking") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.sync(SyncReason::Started);
  bench.pass(86'400'000);
  const int before = tab.line.requests;
  bench.pass(86'400'000);
  CHECK(tab.line.requests == before);
  CHECK(before < 10);
}

TEST_CASE("every change of what is shown is told once, later") {
  SyncBench bench;
  Tab tab(bench);
  bench.pass();
  const int before = tab.changes_told;
  const std::uint64_t edition = tab.engine->edition();
  tab.offline(true);
  const auto saved = tab.begin_save("first");
  CHECK(tab.changes_told == before);
  CHECK(tab.engine->edition() > edition);
  bench.pass();
  CHECK(tab.changes_told > before);
  const int after = tab.changes_told;
  tab.engine->dismiss(saved->id);
  bench.pass(100);
  CHECK(tab.changes_told == after);
}

TEST_CASE("when the council has nothing new, nothing is written and nobody has to compute anew") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("first");
  const std::uint64_t edition = tab.engine->edition();
  tab.store.relaxed_fault = StoreFault::Failed;  // any write would be a failure
  tab.store.strict_fault = StoreFault::Failed;
  tab.sync(SyncReason::Seen);
  CHECK(tab.engine->edition() == edition);
  CHECK(tab.state() == SyncState::Idle);
}

TEST_CASE("while nothing changes for the person, nothing is told") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.save("first");
  const int told = tab.changes_told;
  const int requests = tab.line.requests;
  bench.pass(3'600'000);
  CHECK(tab.line.requests > requests);  // it was tried again
  CHECK(tab.changes_told == told);
}

TEST_CASE("only the kinds that are asked for are listed") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.save("first");
  const std::uint32_t others[] = {note_kind + 1};
  CHECK(tab.engine->changes(others).empty());
  CHECK(tab.engine->documents(note_kind + 1).empty());
}

TEST_CASE("drafts stay on the device as they were last typed") {
  SyncBench bench;
  {
    Tab tab(bench);
    int kept = 0;
    for (const char* text : {"a", "ab", "abc"}) {
      tab.engine->keep_draft("note", bytes_of(text), [&kept](Result<void> done) { kept += done.ok() ? 1 : 0; });
    }
    tab.engine->keep_draft("other", bytes_of("x"), [](Result<void>) {});
    bench.pass();
    CHECK(kept == 3);
    tab.engine->drop_draft("other");
    bench.pass();
    CHECK(bench.council.pushes.empty());
  }
  Tab tab(bench);
  CHECK(tab.engine->draft("note") == bytes_of("abc"));
  CHECK_FALSE(tab.engine->draft("other"));
}

TEST_CASE("after closing nothing of the person is left in memory and nobody is called") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("first");
  tab.offline(true);
  tab.save("second");
  const auto saved = tab.begin_save("third");
  const std::uint64_t edition = tab.engine->edition();
  tab.engine->close();
  CHECK(tab.documents().empty());
  CHECK(tab.changes().empty());
  CHECK(tab.engine->edition() >= edition);
  bench.pass(100'000);
  CHECK_FALSE(saved->came);
  CHECK(bench.turns.waiting("sync-" + sam.text()) == 0);
}

}  // namespace
}  // namespace alongside::client
