// Backups from the outside: of a council that is open, on a disk that is full, and by a program that is killed.
// ALONGSIDE_KILLS says how often (20; 100 with `./alongside test long`).
#include "app/wire/messages/family.hpp"
#include "tests/contract/family_devices.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <thread>

using namespace alongside;
using namespace alongside::contract;
namespace files = std::filesystem;

namespace {

const std::string council = DEMO_COUNCIL "/council.json";

int kills() {
  const char* asked = std::getenv("ALONGSIDE_KILLS");
  return asked == nullptr ? 20 : std::atoi(asked);
}

// A person's one device, which keeps what it has pushed.
class PushingDevice {
 public:
  PushingDevice(FamilyServer& server, Who who) : server_(server), who_(who) {}

  wire::PushReply push(const wire::Push& push) {
    const Reply reply = post(server_.port(), "/api/sync/push", frame_of(push), {server_.sign_in(who_)});
    auto answer = message_in<wire::PushReply>(reply);
    REQUIRE(answer.ok());
    return std::move(answer).value();
  }
  // One more fact, kept in `all`.
  wire::PushReply add() {
    const auto number = static_cast<std::uint8_t>(all.operations.size() + 1);
    const wire::Fact fact{DocumentId(IdBytes{7, number}), wire::Facet::Plan, "fact", {}};
    all.device = DeviceId(IdBytes{9});
    all.actor = person(who_);
    all.subjects = {child_of_family()};
    wire::PushedOperation one;
    one.id = OperationId(IdBytes{8, number});
    one.kind = wire::Fact::schema.id;
    one.edition = wire::Fact::schema.version;
    one.payload = wire::encode_payload(fact);
    all.operations.push_back(one);
    wire::Push last = all;
    last.first_sequence = all.operations.size();
    last.operations = {one};
    return push(last);
  }
  wire::Push all;

 private:
  FamilyServer& server_;
  Who who_;
};

Finished restore(const std::string& backup, const std::string& data, std::vector<std::string> more = {}) {
  std::vector<std::string> command = {COUNCIL_API, "restore", backup, "--data", data, "--council", council};
  command.insert(command.end(), more.begin(), more.end());
  return run(command);
}

Finished verify(const std::string& backup) { return run({COUNCIL_API, "verify", backup}); }

// Starts a command and kills it after a while; false when it had ended by itself.
bool killed_after(const std::vector<std::string>& command, std::chrono::microseconds pause) {
  const pid_t process = start_process(command, "/dev/null", "/dev/null");
  std::this_thread::sleep_for(pause);
  kill(process, SIGKILL);
  int status = 0;
  waitpid(process, &status, 0);
  return WIFSIGNALED(status);
}

// As long as this command takes when nobody kills it.
std::int64_t microseconds_of(const std::vector<std::string>& command) {
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(run(command).exit_code == 0);
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
}

std::vector<std::string> hidden_in(const std::string& folder) {
  std::vector<std::string> found;
  for (const auto& entry : files::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(".")) found.push_back(name);
  }
  return found;
}

}  // namespace

TEST_CASE("a council is backed up while it is open, and a device learns what the backup holds") {
  FamilyServer server;
  const TemporaryFolder folder;
  PushingDevice device(server, Who::Parent);
  CHECK(device.add().backed_up == 0);
  const Finished made = server.process().verb({"backup", folder.path() + "/one"});
  REQUIRE(made.exit_code == 0);
  CHECK(has(made.output, "backed up, restored and found whole"));
  CHECK(has(made.output, "1 changes"));
  const wire::PushReply after = device.add();
  CHECK(after.backed_up == 1);
  CHECK(after.committed == 2);
  CHECK(verify(folder.path() + "/one").exit_code == 0);
  CHECK(hidden_in(folder.path()).empty());
}

TEST_CASE("a council that was restored is another one to its devices, which send again what the backup has not got") {
  FamilyServer server;
  const TemporaryFolder folder;
  PushingDevice device(server, Who::Parent);
  device.add();
  REQUIRE(server.process().verb({"backup", folder.path() + "/one"}).exit_code == 0);
  const wire::PushReply before = device.add();
  const std::string cookie = server.sign_in(Who::Parent);
  CHECK(has(restore(folder.path() + "/one", server.data()).errors, "another council-api is using this folder"));
  server.process().signal(SIGTERM);
  REQUIRE(server.stopped() == 0);
  CHECK(has(restore(folder.path() + "/one", server.data()).errors, "there is a database here already"));
  REQUIRE(restore(folder.path() + "/one", server.data(), {"--over"}).exit_code == 0);
  server.kill_and_start_again();
  CHECK(get(server.port(), "/api/sync/feed?since=0", {cookie}).status == 401);
  const wire::PushReply again = device.push(device.all);
  CHECK(again.incarnation != before.incarnation);
  CHECK(again.committed == 2);
  CHECK(again.backed_up == 1);
  CHECK(again.results[0].outcome == wire::Outcome::Applied);
  CHECK(server.process().verb({"ledger", "check"}).exit_code == 0);
}

TEST_CASE("a backup for which there is no room leaves nothing behind") {
  FamilyServer server;
  const TemporaryFolder folder;
  server.process().signal(SIGTERM);
  REQUIRE(server.stopped() == 0);
  for (const char* blocks : {"8", "200", "700"}) {
    write_file(folder.path() + "/limited",
               std::string("#!/bin/sh\ntrap '' XFSZ\nulimit -f ") + blocks + "\nexec " COUNCIL_API " \"$@\"\n");
    files::permissions(folder.path() + "/limited", files::perms::owner_all);
    const std::string place = folder.path() + "/one";
    const Finished made =
        run({folder.path() + "/limited", "backup", place, "--data", server.data(), "--council", council});
    CAPTURE(blocks);
    CHECK(made.exit_code == 1);
    CHECK(made.errors.size() > 20);
    CHECK_FALSE(files::exists(place));
    CHECK(hidden_in(folder.path()).empty());
  }
}

TEST_CASE("a backup that is killed at any moment is either whole or not there") {
  FamilyServer server;
  const TemporaryFolder folder;
  server.process().signal(SIGTERM);
  REQUIRE(server.stopped() == 0);
  const auto back_up = [&](const std::string& name) {
    return std::vector<std::string>{COUNCIL_API, "backup", folder.path() + name, "--data", server.data(),
                                    "--council", council};
  };
  std::uniform_int_distribution<std::int64_t> moment(0, microseconds_of(back_up("/first")));
  std::mt19937 dice(20261129);
  int cut_off = 0;
  int whole = 0;
  for (int i = 0; i < kills(); ++i) {
    cut_off += killed_after(back_up("/one"), std::chrono::microseconds(moment(dice)));
    const std::string place = folder.path() + "/one";
    if (!files::exists(place)) continue;
    ++whole;
    CHECK(verify(place).exit_code == 0);
    files::remove_all(place);
  }
  MESSAGE("killed in the middle: ", cut_off, "; whole backups: ", whole);
  CHECK(cut_off > kills() / 4);
  REQUIRE(run(back_up("/one")).exit_code == 0);
  CHECK(hidden_in(folder.path()).empty());
}

TEST_CASE("a restore that is killed at any moment leaves a database that is whole, or one that is not used") {
  FamilyServer server;
  const TemporaryFolder folder;
  PushingDevice device(server, Who::Parent);
  device.add();
  REQUIRE(server.process().verb({"backup", folder.path() + "/one"}).exit_code == 0);
  server.process().signal(SIGTERM);
  REQUIRE(server.stopped() == 0);
  const std::vector<std::string> over = {
      COUNCIL_API, "restore", folder.path() + "/one", "--over", "--data", server.data(), "--council", council};
  std::uniform_int_distribution<std::int64_t> moment(0, microseconds_of(over));
  std::mt19937 dice(20261130);
  int cut_off = 0;
  for (int i = 0; i < kills(); ++i) {
    cut_off += killed_after(over, std::chrono::microseconds(moment(dice)));
    const Finished checked = run({COUNCIL_API, "ledger", "check", "--data", server.data(), "--council", council});
    const bool told = has(checked.errors, "a restore into this folder was cut off");
    CHECK((checked.exit_code == 0 || told));
  }
  MESSAGE("killed in the middle: ", cut_off);
  CHECK(cut_off > kills() / 4);
  REQUIRE(run(over).exit_code == 0);
  server.kill_and_start_again();
  CHECK(device.push(device.all).committed == 1);
}
