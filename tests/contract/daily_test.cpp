// What the running server does by itself every day: verbs from the configuration, once a day, recorded like those that
// somebody asks for.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>

using namespace alongside::contract;

namespace {

// The demo council's file with these jobs in it.
std::string council_with(const TemporaryFolder& folder, const std::string& jobs) {
  std::string text = read_file(DEMO_COUNCIL "/council.json");
  text.insert(text.find('{') + 1, "\"every_day\": [" + jobs + "],");
  const std::string path = folder.path() + "/council.json";
  write_file(path, text);
  return path;
}

// What `council-api every-day` says, once `words` are in it.
std::string told(const ServerProcess& server, const std::string& words) {
  std::string report;
  for (int tries = 0; tries < 200; ++tries) {
    report = server.verb({"every-day"}).output;
    if (has(report, words)) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return report;
}

}  // namespace

TEST_CASE("what is due is done by the running server itself, once a day, and again by none that begins anew") {
  const TemporaryFolder folder;
  const std::string council = council_with(folder, R"({"at": "00:00", "run": ["note", "add", "by itself"]})");
  ServerProcess first(PROBE_API, folder.path() + "/data", {}, council);
  CHECK(has(told(first, "done"), "00:00 note add by itself: 20"));
  CHECK(has(first.log(), "\"event\":\"every_day\",\"at\":\"00:00\",\"verb\":\"note\",\"result\":\"done\""));
  CHECK(first.verb({"note", "add", "x"}).output == "kept; notes: 2\n");
  first.signal(SIGTERM);
  CHECK(first.wait() == 0);
  ServerProcess second(PROBE_API, folder.path() + "/data", {}, council);
  CHECK(has(told(second, "done"), "done"));
  CHECK(second.verb({"note", "add", "y"}).output == "kept; notes: 3\n");
}

TEST_CASE("a backup of every day has a folder of its own and stands in the audit under its job's name") {
  const TemporaryFolder folder;
  const std::string backups = folder.path() + "/backups";
  std::filesystem::create_directories(backups);
  const std::string council = council_with(folder, R"({"at": "00:00", "run": ["backup", ")" + backups + R"(/{day}"]})");
  ServerProcess server(COUNCIL_API, folder.path() + "/data", {"--today", "2026-11-22"}, council);
  CHECK(has(told(server, "done"), "done"));
  CHECK(std::filesystem::exists(backups + "/2026-11-22"));
  CHECK(has(server.verb({"audit", "list", "--officer", "A test"}).output, "every day at 00:00"));
}

TEST_CASE("a job that fails is said so, and the server goes on") {
  const TemporaryFolder folder;
  const std::string council = council_with(folder, R"({"at": "00:00", "run": ["offer", "import", "/not/there"]})");
  ServerProcess server(COUNCIL_API, folder.path() + "/data", {}, council);
  CHECK(has(told(server, "Z, "), ": 20"));
  CHECK_FALSE(has(told(server, "Z, "), "done"));
  CHECK(get(server.port(), "/healthz").status == 200);
}

TEST_CASE("a job that no verb can do is a mistake in the configuration, and no server begins") {
  const TemporaryFolder folder;
  const std::string council = council_with(folder, R"({"at": "00:00", "run": ["restore", "/srv/backup"]})");
  const Finished checked = run({COUNCIL_API, "check-config", council});
  CHECK(checked.exit_code == 1);
  CHECK(has(checked.errors, "every_day[0].run: this cannot be done while the server runs"));
}
