// What is begun and not sent, where the device cannot read it or several tabs write it: nothing that was called saved
// is written over unseen.
#include "tests/unit/sync/sync_bench.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

const Shelf drafts = Shelf::Drafts;

// How a write ended: nothing yet, "kept" or the error's name.
using Ending = std::shared_ptr<std::string>;

Records::Done into(const Ending& ending) {
  return [ending](const Result<void>& done) {
    *ending = done.ok() ? std::string("kept") : std::string(name_of(done.error().code));
  };
}

Ending keep(Tab& tab, std::string_view text) {
  auto ending = std::make_shared<std::string>();
  tab.engine->keep_draft("note", bytes_of(text), into(ending));
  return ending;
}

Ending keep_with_others(Tab& tab, std::string_view text, std::string_view key = "note") {
  auto ending = std::make_shared<std::string>();
  tab.engine->keep_draft_with_others(key, bytes_of(text), into(ending));
  return ending;
}

std::string on_disk(SyncBench& bench) {
  const auto found = bench.shelf(drafts).find("note");
  return found == bench.shelf(drafts).end() ? "" : std::string(found->second.begin(), found->second.end());
}

struct Unreadable {
  SyncBench bench;
  Tab tab{bench};
  Unreadable() {
    bench.shelf(drafts)["note"] = bytes_of("begun");
    tab.store.unreadable = drafts;
    tab.open();
  }
};

TEST_CASE("drafts that cannot be read are said to be so, and nothing is written over them") {
  Unreadable of;
  CHECK(of.tab.opened == true);
  CHECK(of.tab.state() == SyncState::Unreadable);
  CHECK(of.tab.engine->are_drafts_unreadable());
  CHECK_FALSE(of.tab.engine->are_drafts_read());
  const auto last = keep(of.tab, "new"), guarded = keep_with_others(of.tab, "new");
  of.tab.engine->drop_draft("note");
  of.bench.pass();
  CHECK(*last == "storage");
  CHECK(*guarded == "storage");
  CHECK(on_disk(of.bench) == "begun");
}

TEST_CASE("the rest of the records is of use while the drafts cannot be read") {
  Unreadable of;
  CHECK(of.tab.save("a change").ok);
  of.tab.sync();
  CHECK(of.bench.council.contents() == Texts{"a change"});
}

TEST_CASE("drafts that can be read again are there as they were") {
  Unreadable of;
  of.tab.store.unreadable.reset();
  of.tab.sync();
  CHECK(of.tab.engine->are_drafts_read());
  CHECK(of.tab.engine->draft("note") == bytes_of("begun"));
  CHECK(of.tab.state() == SyncState::Idle);
}

TEST_CASE("a store that cannot be read at all is read when it can be") {
  SyncBench bench;
  Tab tab(bench);
  bench.shelf(drafts)["note"] = bytes_of("begun");
  tab.store.read_fault = StoreFault::Failed;
  tab.open();
  CHECK(tab.opened == false);
  CHECK(tab.state() == SyncState::Unreadable);
  tab.store.read_fault = StoreFault::None;
  tab.sync(SyncReason::Seen);
  CHECK(tab.state() == SyncState::Idle);
  CHECK(tab.engine->draft("note") == bytes_of("begun"));
}

TEST_CASE("what is kept before the drafts are read waits for them") {
  SyncBench bench;
  Tab tab(bench);
  bench.shelf(drafts)["note"] = bytes_of("begun");
  tab.engine->open(sam, Keep::Everything, [](Result<void>) {});
  SUBCASE("and replaces what was there where it may") {
    const auto ending = keep(tab, "new");
    bench.pass();
    CHECK(*ending == "kept");
    CHECK(on_disk(bench) == "new");
  }
  SUBCASE("and else is told what was there") {
    const auto ending = keep_with_others(tab, "new");
    bench.pass();
    CHECK(*ending == "conflict");
    CHECK(tab.engine->draft("note") == bytes_of("begun"));
    CHECK(on_disk(bench) == "begun");
  }
}

TEST_CASE("of two tabs the second is told what the first kept, and may then write") {
  SyncBench bench;
  Tab left(bench), right(bench);
  const auto first = keep_with_others(left, "from the left");
  bench.pass();
  const auto second = keep_with_others(right, "from the right");
  bench.pass();
  CHECK(*first == "kept");
  CHECK(*second == "conflict");
  CHECK(on_disk(bench) == "from the left");
  CHECK(right.engine->draft("note") == bytes_of("from the left"));
  const auto joined = keep_with_others(right, "from both");
  bench.pass();
  CHECK(*joined == "kept");
  CHECK(on_disk(bench) == "from both");
}

TEST_CASE("everything a tab wrote without knowing of the other is told so, in one") {
  SyncBench bench;
  Tab left(bench), right(bench);
  keep_with_others(left, "from the left");
  bench.pass();
  const auto one = keep_with_others(right, "a"), two = keep_with_others(right, "ab"),
             three = keep_with_others(right, "abc");
  bench.pass();
  for (const Ending& ending : {one, two, three}) CHECK(*ending == "conflict");
  CHECK(right.engine->draft("note") == bytes_of("from the left"));
  CHECK(on_disk(bench) == "from the left");
}

TEST_CASE("a tab's own writes are no other tab's, however fast they come") {
  SyncBench bench;
  Tab tab(bench);
  const auto one = keep_with_others(tab, "a"), two = keep_with_others(tab, "ab");
  bench.pass(2);
  const auto three = keep_with_others(tab, "abc");
  bench.pass();
  for (const Ending& ending : {one, two, three}) CHECK(*ending == "kept");
  CHECK(on_disk(bench) == "abc");
}

TEST_CASE("another draft is kept beside one that another tab has changed") {
  SyncBench bench;
  Tab left(bench), right(bench);
  keep_with_others(left, "from the left");
  bench.pass();
  const auto mine = keep_with_others(right, "from the right");
  auto other = std::make_shared<std::string>();
  right.engine->keep_draft("list", bytes_of("surveys"), into(other));
  right.engine->keep_draft("list", bytes_of("more surveys"), {});
  bench.pass();
  CHECK(*mine == "conflict");
  CHECK(*other == "kept");
  CHECK(bench.shelf(drafts)["list"] == bytes_of("more surveys"));
}

TEST_CASE("what another tab made of a second draft is not written over by who learned only of the first") {
  for (const bool is_removed : {false, true}) {
    SyncBench bench;
    Tab left(bench);
    keep_with_others(left, "begun");
    keep_with_others(left, "begun too", "second");
    bench.pass();
    Tab right(bench);
    keep_with_others(left, "from the left");
    if (is_removed)
      left.engine->drop_draft("second");
    else
      keep_with_others(left, "from the left too", "second");
    bench.pass();
    const auto first = keep_with_others(right, "from the right");
    bench.pass();
    CHECK(*first == "conflict");
    // It still shows the second one as it was begun, and writes on from there.
    const auto second = keep_with_others(right, "from the right too", "second");
    bench.pass();
    CHECK(*second == "conflict");
    CHECK(right.engine->draft("second") == (is_removed ? std::nullopt : std::optional(bytes_of("from the left too"))));
    const auto joined = keep_with_others(right, "from both", "second");
    bench.pass();
    CHECK(*joined == "kept");
    CHECK(bench.shelf(drafts)["second"] == bytes_of("from both"));
  }
}

TEST_CASE("a draft that another tab let go of is gone, and that is told") {
  SyncBench bench;
  Tab left(bench);
  keep_with_others(left, "begun");
  bench.pass();
  Tab right(bench);
  left.engine->drop_draft("note");
  bench.pass();
  const auto late = keep_with_others(right, "begun, and more");
  bench.pass();
  CHECK(*late == "conflict");
  CHECK_FALSE(right.engine->draft("note"));
  CHECK(on_disk(bench).empty());
}

TEST_CASE("what another tab has written since is not let go of") {
  SyncBench bench;
  Tab left(bench);
  keep_with_others(left, "begun");
  bench.pass();
  Tab right(bench);
  keep_with_others(right, "begun, and more");
  bench.pass();
  left.engine->drop_draft("note");
  bench.pass();
  CHECK(on_disk(bench) == "begun, and more");
}

TEST_CASE("a disk that fails is never taken for another tab") {
  SyncBench bench;
  Tab tab(bench);
  keep_with_others(tab, "begun");
  bench.pass();
  SUBCASE("full, and then not") {
    tab.store.commit_faults = {StoreFault::Full};
    const auto full = keep_with_others(tab, "more");
    bench.pass();
    const auto later = keep_with_others(tab, "more yet");
    bench.pass();
    CHECK(*full == "too_large");
    CHECK(*later == "kept");
    CHECK(on_disk(bench) == "more yet");
  }
  SUBCASE("gone: it goes on in memory, and says that nothing is kept") {
    tab.store.commit_faults = {StoreFault::Unavailable};
    const auto gone = keep_with_others(tab, "more"), after = keep_with_others(tab, "more yet");
    bench.pass();
    CHECK(*gone == "storage");
    CHECK(*after == "storage");
    CHECK(tab.engine->draft("note") == bytes_of("more yet"));
    CHECK(on_disk(bench) == "begun");
  }
}

}  // namespace
}  // namespace alongside::client
