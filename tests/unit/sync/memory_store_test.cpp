// MemoryStore keeps the promises that every Store makes.
#include "tests/unit/sync/manual_timer.hpp"

#include "app/client/store/memory_store.hpp"

#include <doctest/doctest.h>

namespace alongside::client {
namespace {

using Do = StoreStep::Do;

Bytes text(std::string_view value) { return Bytes(value.begin(), value.end()); }

struct Shelves {
  ManualTimer timer;
  std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();
  MemoryStore store{timer, disk};

  Shelves() {
    store.open("one", [](StoreFault) {});
  }
  Committed commit(std::vector<StoreStep> steps) {
    Committed result;
    store.commit({Durability::Strict, std::move(steps)}, [&](Committed done) { result = std::move(done); });
    timer.pass(1);
    return result;
  }
  std::vector<StoreEntry> read(Shelf shelf) {
    std::vector<StoreEntry> entries;
    store.read(shelf, [&](ShelfContent content) { entries = std::move(content.entries); });
    timer.pass(1);
    return entries;
  }
};

TEST_CASE("appended changes are numbered from 1 without a gap") {
  Shelves shelves;
  const auto first =
      shelves.commit({{Do::Append, Shelf::Outbox, {}, text("a")}, {Do::Append, Shelf::Outbox, {}, text("b")}});
  CHECK(first.appended == std::vector<std::uint64_t>{1, 2});
  CHECK(shelves.commit({{Do::Append, Shelf::Outbox, {}, text("c")}}).appended == std::vector<std::uint64_t>{3});
  const auto outbox = shelves.read(Shelf::Outbox);
  REQUIRE(outbox.size() == 3);
  CHECK(outbox[2].key == "0000000000000003");
  CHECK(outbox[2].value == text("c"));
}

TEST_CASE("numbering begins anew when the next number is taken away") {
  Shelves shelves;
  shelves.commit({{Do::Append, Shelf::Outbox, {}, text("a")}});
  const auto anew = shelves.commit({{Do::Remove, Shelf::Outbox, "0000000000000001", {}},
                                    {Do::Remove, Shelf::Meta, "next", {}},
                                    {Do::Append, Shelf::Outbox, {}, text("b")}});
  CHECK(anew.appended == std::vector<std::uint64_t>{1});
  CHECK(shelves.read(Shelf::Outbox).size() == 1);
}

TEST_CASE("when something is not as expected, nothing of the batch is kept") {
  Shelves shelves;
  shelves.commit({{Do::Put, Shelf::Meta, "key", text("old")}});
  const StoreStep put{Do::Put, Shelf::Meta, "other", text("x")};
  CHECK(shelves.commit({put, {Do::Expect, Shelf::Meta, "key", text("new")}}).fault == StoreFault::Unexpected);
  CHECK(shelves.commit({put, {Do::Expect, Shelf::Meta, "key", {}}}).fault == StoreFault::Unexpected);
  CHECK(shelves.read(Shelf::Meta).size() == 1);
  CHECK(shelves.commit({put, {Do::Expect, Shelf::Meta, "missing", {}}}).fault == StoreFault::None);
}

TEST_CASE("answers come after the call, in order") {
  Shelves shelves;
  std::string order;
  shelves.store.commit({}, [&](Committed) { order += 'c'; });
  shelves.store.read(Shelf::Meta, [&](ShelfContent) { order += 'r'; });
  CHECK(order.empty());
  shelves.timer.pass(1);
  CHECK(order == "cr");
}

TEST_CASE("another tab is told, and the one that committed is not") {
  Shelves shelves;
  MemoryStore other(shelves.timer, shelves.disk);
  other.open("one", [](StoreFault) {});
  int told = 0;
  int told_self = 0;
  other.watch([&] { ++told; });
  shelves.store.watch([&] { ++told_self; });
  shelves.commit({{Do::Put, Shelf::Meta, "key", text("x")}});
  CHECK(told == 1);
  CHECK(told_self == 0);
}

TEST_CASE("databases are apart, and erasing one leaves the others") {
  Shelves shelves;
  shelves.commit({{Do::Put, Shelf::Meta, "key", text("x")}});
  shelves.store.open("two", [](StoreFault) {});
  CHECK(shelves.read(Shelf::Meta).empty());
  shelves.store.erase([](StoreFault) {});
  shelves.store.open("one", [](StoreFault) {});
  CHECK(shelves.read(Shelf::Meta).size() == 1);
}

}  // namespace
}  // namespace alongside::client
