// A council that is killed (SIGKILL), or loses its PostgreSQL, while its families write: what it has said it has, it
// has, and each change is there once. ALONGSIDE_KILLS says how often (20; 200 with `./alongside test long`).
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/payload.hpp"
#include "tests/contract/family_devices.hpp"
#include "tests/contract/loaded_device.hpp"
#include "tests/support/test_postgres.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>
#include <random>
#include <thread>

using namespace alongside;
using namespace alongside::contract;

namespace {

constexpr int no_end = 1'000'000;

// Twice as often as what takes longer to begin again.
int server_kills() {
  const char* asked = std::getenv("ALONGSIDE_KILLS");
  return asked == nullptr ? 20 : 2 * std::atoi(asked);
}

// Each is signed in once: being killed signs nobody out.
std::vector<LoadedDevice> devices_of(const FamilyServer& server, LoadedDevice::ServerErrors errors) {
  std::vector<LoadedDevice> devices;
  std::uint8_t number = 0;
  for (const Who who : {Who::Parent, Who::Parent, Who::Carer, Who::Carer})
    devices.emplace_back(who, ++number, server.sign_in(who), errors);
  return devices;
}

std::vector<std::thread> begin_load(std::vector<LoadedDevice>& devices, const FamilyServer& server) {
  std::vector<std::thread> threads;
  for (LoadedDevice& device : devices) {
    threads.emplace_back([&device, port = server.port()] { device.push_until_gone(port, no_end); });
  }
  return threads;
}

// What is unanswered is sent again, and nothing new is begun.
void settle(std::vector<LoadedDevice>& devices, const FamilyServer& server) {
  for (LoadedDevice& device : devices) {
    while (!device.is_answered() && device.faults().empty()) device.push_until_gone(server.port(), 1);
  }
}

std::map<DocumentId, LoadedDevice::Known> facts_of(const FamilyServer& server, Who who) {
  std::map<DocumentId, LoadedDevice::Known> facts;
  const std::string cookie = server.sign_in(who);
  std::uint64_t since = 0;
  for (auto more = wire::More::Yes; more == wire::More::Yes;) {
    const auto page =
        message_in<wire::FeedPage>(get(server.port(), "/api/sync/feed?since=" + std::to_string(since), {cookie}));
    REQUIRE(page.ok());
    for (const wire::Document& document : page->documents) {
      if (document.kind != wire::Fact::schema.id || document.owner != person(who)) continue;
      const auto fact = wire::decode_payload<wire::Fact>(document.content);
      REQUIRE(fact.ok());
      CHECK_MESSAGE(facts.emplace(document.id, LoadedDevice::Known{fact->text, document.version}).second,
                    "a fact is in the feed twice");
    }
    since = page->until;
    more = page->more;
  }
  return facts;
}

void check_facts(const std::vector<LoadedDevice>& devices, const FamilyServer& server) {
  for (const Who who : {Who::Parent, Who::Carer}) {
    const auto there = facts_of(server, who);
    std::size_t expected = 0;
    for (const LoadedDevice& device : devices) {
      if (device.who() != who) continue;
      expected += device.known().size();
      for (const auto& [id, known] : device.known()) {
        REQUIRE(there.contains(id));
        CHECK(there.at(id).text == known.text);
        CHECK(there.at(id).version == known.version);
      }
    }
    CHECK(there.size() == expected);
  }
}

void check_interrupted(LoadedDevice::ServerErrors errors, const std::function<void(const FamilyServer&)>& interrupt) {
  FamilyServer server;
  auto writers = devices_of(server, errors);
  std::mt19937 random(20261130);
  for (int kill = 0; kill < server_kills(); ++kill) {
    auto threads = begin_load(writers, server);
    std::this_thread::sleep_for(std::chrono::microseconds(1'000 + random() % 60'000));
    interrupt(server);
    for (std::thread& thread : threads) thread.join();
    server.kill_and_start_again();
    REQUIRE(server.port() != 0);
  }
  settle(writers, server);
  std::uint64_t answered = 0;
  int unanswered = 0;
  for (const LoadedDevice& device : writers) {
    for (const std::string& fault : device.faults()) CHECK_MESSAGE(fault.empty(), fault);
    answered += device.answered();
    unanswered += device.unanswered_pushes();
  }
  MESSAGE(server_kills(), " kills, ", answered, " changes acknowledged, ", unanswered, " pushes without an answer");
  CHECK(unanswered > server_kills());
  CHECK(answered > static_cast<std::uint64_t>(server_kills()));
  check_facts(writers, server);
  const TemporaryFolder folder;
  CHECK(has(server.process().verb({"backup", folder.path() + "/one"}).output, "backed up, restored and found whole"));
}

}  // namespace

TEST_CASE("a council that is killed while families write has all that it said it has, once") {
  check_interrupted(LoadedDevice::ServerErrors::AreFaults,
                    [](const FamilyServer& server) { server.process().signal(SIGKILL); });
}

TEST_CASE("a council that loses its PostgreSQL while families write stops, and has all that it said it has, once" *
          doctest::skip(testing::postgres_socket().empty())) {
  check_interrupted(LoadedDevice::ServerErrors::AreNoAnswer, [](const FamilyServer& server) {
    REQUIRE(testing::ask_postgres(testing::postgres_name_of(server.data()),
                                  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                  " WHERE datname = current_database() AND application_name = 'council-api'"));
  });
}
