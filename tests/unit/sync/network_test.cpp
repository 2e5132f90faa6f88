// What the wires can do to a change: nothing of it may be lost, nothing may happen twice.
#include "tests/unit/sync/sync_bench.hpp"

#include "app/wire/frame.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

using Way = TestLine::Way;

TEST_CASE("a reply that is lost is asked for again, and nothing happens twice") {
  SyncBench bench;
  Tab tab(bench);
  tab.line.pushes = {Way::ReplyLost, Way::ReplyLost};
  CHECK(tab.save("first").ok);
  bench.pass(20'000);
  CHECK(bench.council.applied == 1);
  CHECK(bench.council.pushes.size() == 3);
  CHECK(tab.documents() == Texts{"first"});
  CHECK(tab.state() == SyncState::Idle);
}

TEST_CASE("a reply that never comes is given up, and is ignored when it comes after all") {
  SyncBench bench;
  Tab tab(bench);
  tab.line.pushes = {Way::ReplyNever};
  tab.save("first");
  bench.pass(80'000);
  CHECK(tab.documents() == Texts{"first"});
  bench.council.state.devices.clear();  // the late reply is all that could still say so
  const std::uint64_t edition = tab.engine->edition();
  tab.line.late();
  bench.pass();
  CHECK(tab.engine->edition() == edition);
  CHECK(tab.line.kept_back.empty());
}

TEST_CASE("a late page is ignored") {
  SyncBench bench;
  Tab tab(bench);
  tab.line.feeds = {Way::ReplyNever};
  tab.save("first");
  bench.pass(80'000);
  tab.save("second");
  CHECK(tab.documents() == Texts{"first", "second"});
  tab.line.late();
  bench.pass();
  CHECK(tab.documents() == Texts{"first", "second"});
  CHECK(tab.engine->cursor() == 2);
}

TEST_CASE("a reply that is cut off is asked for again") {
  SyncBench bench;
  Tab tab(bench);
  tab.line.pushes = {Way::CutOff};
  tab.line.feeds = {Way::CutOff};
  tab.save("first");
  bench.pass(20'000);
  CHECK(bench.council.applied == 1);
  CHECK(tab.documents() == Texts{"first"});
}

TEST_CASE("it is tried again ever more seldom, and never more than five minutes apart") {
  SteadyChance chance(1);
  Backoff backoff;
  std::int64_t longest = 0;
  for (int i = 0; i < 40; ++i) {
    const std::int64_t whole = std::min(Backoff::longest_ms, Backoff::first_ms << std::min(i, 16));
    const std::int64_t wait = backoff.next_ms(chance);
    CHECK(wait >= whole / 2);
    CHECK(wait <= whole);
    longest = std::max(longest, wait);
  }
  CHECK(longest <= Backoff::longest_ms);
  CHECK(longest > Backoff::longest_ms / 2);
}

TEST_CASE("many failures do not make many waits") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.save("first");
  for (int i = 0; i < 20; ++i) tab.sync(SyncReason::Seen);
  const int before = tab.line.requests;
  bench.pass(3'600'000);
  CHECK(tab.line.requests - before <= 30);  // an hour of at most five minutes each, and at least half of it
}

TEST_CASE("a network that is back is used at once") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  tab.save("first");
  bench.pass(3'000'000);
  tab.offline(false);
  tab.sync(SyncReason::Online);
  CHECK(bench.council.contents() == Texts{"first"});
}

TEST_CASE("at most 256 changes go at once, in order") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  Texts all;
  for (int i = 0; i < 600; ++i) {
    all.push_back("change " + std::to_string(1'000 + i));
    tab.begin_save(all.back());
  }
  bench.pass(60'000);
  tab.offline(false);
  tab.sync();
  CHECK(bench.council.contents() == all);
  CHECK(bench.council.pushes == std::vector<std::size_t>{256, 256, 88});
  CHECK(tab.documents() == all);
}

TEST_CASE("a push stays small enough to be taken") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  const std::string large(60'000, 'x');
  for (int i = 0; i < 5; ++i) CHECK(tab.save(large).ok);
  tab.offline(false);
  tab.sync();
  CHECK(bench.council.pushes == std::vector<std::size_t>{2, 2, 1});
}

TEST_CASE("a change that is too large for any push is not taken") {
  SyncBench bench;
  Tab tab(bench);
  const auto answer = tab.begin_save(std::string(70'000, 'x'));
  CHECK_FALSE(answer->came);
  bench.pass();
  CHECK(answer->code == ErrorCode::TooLarge);
  CHECK(tab.changes().empty());
}

TEST_CASE("a push that the council finds too large is halved") {
  SyncBench bench;
  Tab tab(bench);
  tab.offline(true);
  for (int i = 0; i < 4; ++i) tab.save("change");
  tab.offline(false);
  tab.line.refuses_push = ErrorCode::TooLarge;
  tab.engine->sync(SyncReason::Asked);
  bench.pass(12);
  tab.line.refuses_push.reset();
  bench.pass();
  CHECK(bench.council.applied == 4);
}

TEST_CASE("signed out: everything is kept, nothing is tried, and it goes on after signing in") {
  SyncBench bench;
  Tab tab(bench);
  tab.line.refuses = ErrorCode::SignedOut;
  tab.save("first");
  CHECK(tab.state() == SyncState::SignedOut);
  const int requests = tab.line.requests;
  bench.pass(86'400'000);
  CHECK(tab.line.requests == requests);
  CHECK(tab.changes() == "first:kept");
  tab.line.refuses.reset();
  tab.sync(SyncReason::Started);
  CHECK(tab.state() == SyncState::Idle);
  CHECK(bench.council.contents() == Texts{"first"});
}

TEST_CASE("signed in as somebody else in another tab: nothing is sent in the wrong name") {
  SyncBench bench;
  Tab tab(bench);
  bench.council.person = PersonId(IdBytes{8});
  tab.save("first");
  CHECK(tab.state() == SyncState::SignedOut);
  CHECK(bench.council.applied == 0);
  CHECK(tab.changes() == "first:kept");
}

TEST_CASE("somebody else's feed is not taken for this person's, whatever is in it") {
  SyncBench bench;
  Tab tab(bench);
  bench.council.state.feed.emplace_back().id = DocumentId(IdBytes{1});
  tab.line.spoil_page = [](Bytes& bytes) {
    auto page = wire::decode_frame<wire::FeedPage>(bytes).value();
    page.viewer = PersonId(IdBytes{8});
    bytes = wire::encode_frame(page);
  };
  tab.sync();
  CHECK(tab.documents().empty());
  CHECK(tab.state() == SyncState::SignedOut);
  CHECK(tab.engine->cursor() == 0);
}

TEST_CASE("a page of another edition stops everything, and nothing is thrown away") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("first");
  tab.offline(true);
  tab.save("second");
  tab.offline(false);
  tab.line.spoil_page = [](Bytes& page) {
    wire::Document other;  // a whole frame, of another schema
    page = wire::encode_frame(other);
  };
  tab.sync();
  CHECK(tab.state() == SyncState::Incompatible);
  const int requests = tab.line.requests;
  bench.pass(86'400'000);
  CHECK(tab.line.requests == requests);
  CHECK(tab.documents() == Texts{"first"});
  CHECK(tab.changes() == "second:received");
  tab.line.spoil_page = nullptr;
  tab.sync(SyncReason::Started);
  CHECK(tab.documents() == Texts{"first", "second"});
}

TEST_CASE("a page that answers another question is not taken") {
  SyncBench bench;
  Tab tab(bench);
  tab.save("first");
  tab.line.spoil_page = [](Bytes& bytes) {
    auto page = wire::decode_frame<wire::FeedPage>(bytes).value();
    SUBCASE("of another place") { page.since += 1; }
    SUBCASE("that ends before it begins") { page.until = 0; }
    SUBCASE("that says more is to come and stands still") { page.more = wire::More::Yes; }
    bytes = wire::encode_frame(page);
  };
  tab.sync();
  CHECK(tab.state() == SyncState::Incompatible);
  CHECK(tab.engine->cursor() == 1);
}

TEST_CASE("a reply that is none to what was sent is not believed") {
  SyncBench bench;
  Tab tab(bench);
  tab.line.spoil_reply = [](Bytes& bytes) {
    auto reply = wire::decode_frame<wire::PushReply>(bytes).value();
    SUBCASE("it tells of another change") { reply.results[0].id = OperationId(IdBytes{3}); }
    SUBCASE("it tells of more than was sent") { reply.results.push_back(reply.results[0]); }
    SUBCASE("it tells of what it has not committed") { reply.committed = 0; }
    SUBCASE("it has committed more than there is") { reply.committed = ~std::uint64_t{0}; }
    SUBCASE("it is from no council") { reply.incarnation = {}; }
    bytes = wire::encode_frame(reply);
  };
  tab.save("first");
  CHECK(tab.changes() == "first:kept");
  CHECK(tab.state() == SyncState::Offline);
  tab.line.spoil_reply = nullptr;
  tab.sync();
  CHECK(bench.council.applied == 1);
  CHECK(tab.documents() == Texts{"first"});
}

TEST_CASE("what is saved while the engine is at work goes along") {
  SyncBench bench;
  Tab tab(bench);
  tab.engine->sync(SyncReason::Started);
  bench.pass(8);
  tab.begin_save("first");
  bench.pass(200);
  CHECK(bench.council.contents() == Texts{"first"});
  CHECK(tab.documents() == Texts{"first"});
}

}  // namespace
}  // namespace alongside::client
