// Pushes that arrive together: one commit for all, an answer for each, and nobody is told before.
#include "app/server/sync/push_group.hpp"
#include "app/server/loop_turn.hpp"
#include "app/server/storage/sqlite_connection.hpp"
#include "tests/unit/server/sync_server.hpp"

#include <doctest/doctest.h>

#include <deque>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

namespace alongside::server {
namespace {

using wire::Facet;
using wire::Outcome;

class TurnByHand final : public LoopTurn {
 public:
  void at_end(std::function<void()> act) override { acts_.push_back(std::move(act)); }
  void end() {
    for (auto acts = std::exchange(acts_, {}); auto& act : acts) act();
  }
  bool is_over() const { return acts_.empty(); }

 private:
  std::deque<std::function<void()>> acts_;
};

// A real SQLite whose commits are counted, and may be told to fail.
class CountedConnection final : public DatabaseConnection {
 public:
  struct Disk {
    int commits = 0;
    bool full = false;
  };
  explicit CountedConnection(Disk& disk) : disk_(disk) {}
  Result<void> open() { return real_.open(":memory:"); }
  DatabaseKind kind() const override { return real_.kind(); }
  Result<std::unique_ptr<PreparedStatement>> prepare(std::string_view sql) override { return real_.prepare(sql); }
  Result<void> execute(std::string_view sql) override { return real_.execute(sql); }
  Result<void> begin() override { return real_.begin(); }
  Result<void> commit() override {
    ++disk_.commits;
    if (disk_.full) return Error{ErrorCode::Storage, "the disk is full"};
    return real_.commit();
  }
  std::int64_t changes() const override { return real_.changes(); }
  bool in_transaction() const override { return real_.in_transaction(); }
  Result<void> checkpoint() override { return real_.checkpoint(); }
  Result<bool> has_table(std::string_view name) override { return real_.has_table(name); }
  bool broken() const override { return real_.broken(); }

 private:
  SqliteConnection real_;
  Disk& disk_;
};

struct ThrowingTrial {
  static constexpr wire::SchemaId schema{9002, 1};
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(tail);
  }
};

struct Together {
  CountedConnection::Disk disk;
  SyncServer server{1, [this](Database& database) -> Result<void> {
                      auto connection = std::make_unique<CountedConnection>(disk);
                      ALONGSIDE_TRY(connection->open());
                      database.open(std::move(connection));
                      return {};
                    }};
  Actor sam = server.person(1);
  wire::Subject riley = server.child(1);
  TurnByHand turn;
  bool signed_in = true;
  PushGroup group{server.database, server.service, [this](const Actor&) -> Result<bool> { return signed_in; }};
  std::map<std::uint8_t, Result<wire::PushReply>> answers;
  std::deque<TestDevice> devices;

  Together() { server.relate(sam, riley); }

  TestDevice& device(std::uint8_t number) { return devices.emplace_back(server, sam, number); }
  template <wire::Message T>
  void add(std::uint8_t number, const T& change, std::uint64_t first = 1) {
    TestDevice& own = device(number);
    group.add(
        sam, own.push_of({own.operation(riley, change)}, first),
        [this, number](Result<wire::PushReply> reply) { answers.emplace(number, std::move(reply)); }, turn);
  }
  void add_preference(std::uint8_t number, std::uint64_t first = 1) {
    TestDevice& own = device(number);
    const wire::Preference kept{random_id<DocumentId>(server.chance), "device." + std::to_string(number), "yes", {}};
    group.add(
        sam, own.push_of({own.operation(server.own(sam), kept)}, first),
        [this, number](Result<wire::PushReply> reply) { answers.emplace(number, std::move(reply)); }, turn);
  }
  bool is_kept(std::uint8_t number) const {
    const auto& reply = answers.at(number);
    return reply.ok() && reply->results.size() == 1 && reply->results[0].outcome == Outcome::Applied;
  }
};

TEST_CASE("pushes that arrive together are kept by one commit, and nobody is answered before it") {
  Together all;
  const int before = all.disk.commits;
  for (std::uint8_t number = 1; number <= 10; ++number) all.add_preference(number);
  CHECK(all.answers.empty());
  all.turn.end();
  CHECK(all.disk.commits == before + 1);
  REQUIRE(all.answers.size() == 10);
  for (std::uint8_t number = 1; number <= 10; ++number) CHECK(all.is_kept(number));
  CHECK(all.server.count("operation_result") == 10);
  CHECK(all.turn.is_over());
}

TEST_CASE("a push that arrives alone is one transaction, as it always was") {
  Together all;
  const int before = all.disk.commits;
  all.add_preference(1);
  all.turn.end();
  CHECK(all.disk.commits == before + 1);
  CHECK(all.is_kept(1));
}

TEST_CASE("what is wrong with one push is undone alone, and the others are kept") {
  Together all;
  all.add_preference(1);
  all.add_preference(2, 0);  // sequences count from 1
  all.add_preference(3);
  all.turn.end();
  CHECK(all.is_kept(1));
  CHECK(all.answers.at(2).error().code == ErrorCode::InvalidInput);
  CHECK(all.is_kept(3));
  CHECK(all.server.count("operation_result") == 2);
}

TEST_CASE("a push whose rule throws is undone alone, and the server goes on") {
  Together all;
  all.server.table.add("op test.throw").give(Relation::Parent, Permission::Own);
  all.server.operations.on<ThrowingTrial>(
      "op test.throw",
      [](OperationContext&, const ThrowingTrial&) -> Result<Applied> { throw std::runtime_error("on purpose"); });
  all.add_preference(1);
  all.add(2, ThrowingTrial{});
  all.add_preference(3);
  all.turn.end();
  CHECK(all.is_kept(1));
  CHECK(all.answers.at(2).error().code == ErrorCode::Internal);
  CHECK(all.is_kept(3));
  CHECK(all.server.count("operation_result") == 2);
  CHECK_FALSE(all.server.database.in_transaction());
}

TEST_CASE("when the commit fails nobody is told that anything is kept, and nothing is") {
  Together all;
  all.disk.full = true;
  all.add_preference(1);
  all.add_preference(2);
  all.turn.end();
  REQUIRE(all.answers.size() == 2);
  for (const auto& [number, reply] : all.answers) CHECK(reply.error().code == ErrorCode::Storage);
  CHECK(all.server.count("operation_result") == 0);
  CHECK_FALSE(all.server.database.in_transaction());
}

TEST_CASE("who was signed out between the arrival of a push and its turn is told so, and nothing of it is kept") {
  Together all;
  all.add_preference(1);
  all.add_preference(2);
  all.signed_in = false;
  all.turn.end();
  for (const auto& [number, reply] : all.answers) CHECK(reply.error().code == ErrorCode::SignedOut);
  CHECK(all.server.count("operation_result") == 0);
}

TEST_CASE("more pushes than a transaction may hold wait for the next turn, in their order") {
  Together all;
  const int before = all.disk.commits;
  for (std::uint8_t number = 1; number <= PushGroup::most_pushes + 6; ++number) all.add_preference(number);
  all.turn.end();
  CHECK(all.answers.size() == PushGroup::most_pushes);
  CHECK_FALSE(all.turn.is_over());
  all.turn.end();
  CHECK(all.answers.size() == PushGroup::most_pushes + 6);
  CHECK(all.disk.commits == before + 2);
  CHECK(all.turn.is_over());
}

}  // namespace
}  // namespace alongside::server
