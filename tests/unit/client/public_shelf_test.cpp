// What a device keeps without a name: over a visit or until the application is closed, never more than a little.
#include "app/client/public_shelf.hpp"

#include "app/client/store/memory_store.hpp"
#include "tests/unit/client/fake_clock.hpp"
#include "tests/unit/client/fake_world.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

using namespace alongside;
using namespace alongside::client;

namespace {

// A store that is closed to us, as in some private windows.
class ClosedStore final : public Store {
 public:
  explicit ClosedStore(Timer& timer) : timer_(timer) {}
  void open(std::string_view, std::function<void(StoreFault)> done) override {
    timer_.after(0, [done = std::move(done)] { done(StoreFault::Unavailable); });
  }
  void commit(Batch, std::function<void(Committed)> done) override {
    timer_.after(0, [done = std::move(done)] { done({StoreFault::Unavailable, {}}); });
  }
  void read(Shelf, std::function<void(ShelfContent)> done) override {
    timer_.after(0, [done = std::move(done)] { done({StoreFault::Unavailable, {}}); });
  }
  void erase(std::function<void(StoreFault)> done) override { open({}, std::move(done)); }
  void watch(std::function<void()>) override {}

 private:
  Timer& timer_;
};

// The same disk from one visit to the next.
struct Device {
  FakeTimer timer;
  FakeTurns turns{timer};
  FakeTransport transport;
  FakeChance chance;
  FakeClock clock;
  std::shared_ptr<MemoryDisk> disk = std::make_shared<MemoryDisk>();
  ClosedStore closed{timer};
  std::optional<MemoryStore> store;
  std::optional<PublicShelf> shelf;

  void visit() {
    store.emplace(timer, disk);
    store->open("public", [](StoreFault) {});
    start(*store);
  }
  void start(Store& on) {
    shelf.emplace(SyncWorld{on, turns, transport, timer, chance, clock}, [] {});
    timer.run();
    shelf->load();
    timer.run();
  }
  std::optional<ErrorCode> keep(const std::string& key, Bytes value, Lasting lasting) {
    std::optional<ErrorCode> code;
    bool told = false;
    shelf->keep(key, std::move(value), lasting, [&](const Result<void>& done) {
      told = true;
      if (!done.ok()) code = done.error().code;
    });
    CHECK_FALSE(told);
    timer.run();
    CHECK(told);
    return code;
  }
};

const Bytes yes{1, 2};

}  // namespace

TEST_CASE("a note for the device is there at the next visit, one for now is not, and a forgotten one never") {
  Device device;
  device.visit();
  CHECK(device.shelf->are_read());
  CHECK_FALSE(device.keep("told.a", yes, Lasting::OnDevice));
  CHECK_FALSE(device.keep("told.b", yes, Lasting::OnDevice));
  CHECK_FALSE(device.keep("list", yes, Lasting::WhileOpen));
  CHECK(device.shelf->find("list") == yes);
  CHECK(device.shelf->all("told.").size() == 2);
  CHECK_FALSE(device.keep("told.b", {}, Lasting::OnDevice));
  device.visit();
  CHECK(device.shelf->find("told.a") == yes);
  CHECK_FALSE(device.shelf->find("list"));
  CHECK(device.shelf->all("told.").size() == 1);
}

TEST_CASE("too much is refused and nothing of it kept, and what is there already may still change") {
  Device device;
  device.visit();
  CHECK(device.keep("big", Bytes(5000, 1), Lasting::OnDevice) == ErrorCode::TooLarge);
  CHECK_FALSE(device.shelf->find("big"));
  for (int i = 0; i < 64; ++i) CHECK_FALSE(device.keep("note" + std::to_string(i), yes, Lasting::OnDevice));
  CHECK(device.keep("one more", yes, Lasting::OnDevice) == ErrorCode::TooLarge);
  CHECK_FALSE(device.keep("note0", Bytes{3}, Lasting::OnDevice));
  CHECK(device.shelf->find("note0") == Bytes{3});
}

TEST_CASE("where the browser keeps nothing a note lasts while the application is open, and says so") {
  Device device;
  device.start(device.closed);
  CHECK(device.shelf->are_read());
  CHECK(device.keep("told.a", yes, Lasting::OnDevice) == ErrorCode::Storage);
  CHECK(device.shelf->find("told.a") == yes);
}
