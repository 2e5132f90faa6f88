// An import whose process is killed at any moment leaves the old offer or the new one.
#include "tests/unit/plugins/open_offer.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

using namespace alongside;
using namespace alongside::local_offer;
using namespace alongside::testing;

namespace {

using Offer = std::map<std::string, StoredService>;
using Ticks = std::chrono::steady_clock;

const Date import_day = Date::parse("2026-11-22").value();

// Services 1 to 30 in the old feed, 11 to 40 in the new one: some go, some change, some come.
void write_feed(const FeedDirectory& folder, int first, const std::string& words) {
  for (int i = first; i < first + 30; ++i) {
    folder.write_service(R"({"id":"00000000-0000-4000-8000-)" + std::to_string(100000000000 + i) +
                         R"(","name":"Service","status":"active","description":")" + words + R"("})");
  }
}

Offer import_into(const std::string& file, const std::string& folder) {
  server::Database database;
  REQUIRE(database.open(file).ok());
  REQUIRE(server::apply_migrations(database, "local_offer", OfferTables::migrations()).ok());
  REQUIRE(import_feed(database, folder, import_day).ok());
  return OfferTables(database).stored().value();
}

Offer offer_in(const std::string& file) {
  server::Database database;
  REQUIRE(database.open(file).ok());
  auto stored = OfferTables(database).stored();
  REQUIRE(stored.ok());
  return std::move(stored).value();
}

// In a process of its own, which is killed after so long.
void import_and_kill(const std::string& file, const std::string& folder, std::chrono::microseconds after) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    server::Database database;
    const bool done = database.open(file).ok() && import_feed(database, folder, import_day).ok();
    ::_exit(done ? 0 : 1);
  }
  std::this_thread::sleep_for(after);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
}

}  // namespace

TEST_CASE("an import killed at any of a hundred moments leaves the old offer or the new, never a mixture") {
  FeedDirectory before, after, data;
  write_feed(before, 1, "Old words.");
  write_feed(after, 11, "New words.");
  const std::string file = (data.path / "offer.sqlite").string();
  const Offer old_offer = import_into(file, before.path.string());
  const auto start = Ticks::now();
  const Offer new_offer = import_into(file, after.path.string());
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Ticks::now() - start).count();
  std::mt19937 dice(20261122);
  std::uniform_int_distribution<std::int64_t> moment(0, whole * 3 / 2);
  int old_ones = 0, new_ones = 0;
  for (int i = 0; i < 100; ++i) {
    import_into(file, before.path.string());
    import_and_kill(file, after.path.string(), std::chrono::microseconds(moment(dice)));
    const Offer found = offer_in(file);
    old_ones += found == old_offer ? 1 : 0;
    new_ones += found == new_offer ? 1 : 0;
  }
  CHECK(old_ones + new_ones == 100);
  CHECK(old_ones > 0);
}
