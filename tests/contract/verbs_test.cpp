// The command line: help, verbs through the running server, verbs under the lock when it is down.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

using namespace alongside::contract;

TEST_CASE("a verb works on the running server, and on the data folder when the server is down") {
  ServerProcess server(PROBE_API);
  CHECK(server.verb({"note", "add", "one"}).output == "kept; notes: 1\n");
  CHECK(server.verb({"note", "add", "two"}).output == "kept; notes: 2\n");
  CHECK(has(server.log(), "\"event\":\"verb\",\"group\":\"note\",\"name\":\"add\",\"result\":\"done\""));
  server.signal(SIGTERM);
  CHECK(server.wait() == 0);
  const Finished offline = server.verb({"note", "add", "three"});
  CHECK(offline.output == "kept; notes: 3\n");
  CHECK(offline.exit_code == 0);
}

TEST_CASE("V13.3.2: only the server's own user may open the admin socket and the data") {
  ServerProcess server(PROBE_API);
  struct stat found{};
  for (const char* name : {"/admin.sock", "/alongside.sqlite", "/alongside.lock"}) {
    CAPTURE(name);
    REQUIRE(stat((server.data() + name).c_str(), &found) == 0);
    CHECK((found.st_mode & 0077) == 0);
  }
}

TEST_CASE("a verb is refused while something else holds the data folder") {
  const TemporaryFolder folder;
  const std::string data = folder.path() + "/data";
  std::filesystem::create_directories(data);
  const int lock = ::open((data + "/alongside.lock").c_str(), O_RDWR | O_CREAT, 0600);
  REQUIRE(::flock(lock, LOCK_EX) == 0);
  const Finished refused =
      run({PROBE_API, "note", "add", "x", "--data", data, "--council", DEMO_COUNCIL "/council.json"});
  CHECK(refused.exit_code == 1);
  CHECK(has(refused.errors, "another council-api is using this folder"));
  ::close(lock);
}

TEST_CASE("two servers never share a data folder") {
  ServerProcess first(PROBE_API);
  ServerProcess second(PROBE_API, first.data());
  CHECK(second.port() == 0);
  CHECK(has(second.log(), "another council-api is using this folder"));
  CHECK(get(first.port(), "/healthz").status == 200);
  CHECK(first.verb({"note", "add", "x"}).exit_code == 0);
}

TEST_CASE("a path is made whole before it reaches a server that runs in another folder") {
  ServerProcess server(PROBE_API);
  const Finished where = server.verb({"note", "where", "some/../file.json"});
  CHECK(where.output == (std::filesystem::current_path() / "file.json").string() + "\n");
}

TEST_CASE("a verb that throws is reported, and the server goes on") {
  ServerProcess server(PROBE_API);
  const Finished thrown = server.verb({"note", "throw"});
  CHECK(thrown.exit_code == 1);
  CHECK(has(thrown.errors, "note throw failed: on purpose"));
  CHECK(get(server.port(), "/healthz").status == 200);
}

TEST_CASE("nonsense on the admin socket is survived") {
  ServerProcess server(PROBE_API);
  const std::string path = server.data() + "/admin.sock";
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  REQUIRE(path.size() < sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  for (const std::string& noise : {std::string(4, '\xff'), std::string("\5\0\0\0hello", 9), std::string("x")}) {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    CHECK(::send(socket, noise.data(), noise.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(noise.size()));
    ::close(socket);
  }
  CHECK(server.verb({"note", "add", "x"}).output == "kept; notes: 1\n");
}

TEST_CASE("the help says what there is, and a mistake says where to look") {
  const Finished help = run({PROBE_API, "--help"});
  CHECK(help.exit_code == 0);
  for (const char* part : {"serve", "check-config", "note", "council-api COMMAND --help"})
    CHECK(has(help.output, part));
  const Finished verb_help = run({PROBE_API, "note", "add", "--help"});
  for (const char* part : {"Keep WORDS.", "what to keep", "--data", "--council", "--admin"}) {
    CHECK(has(verb_help.output, part));
  }
  CHECK(run({PROBE_API}).exit_code == 2);
  CHECK(run({PROBE_API, "note"}).exit_code == 2);
  CHECK(run({PROBE_API, "note", "add"}).exit_code == 2);
  const Finished unknown = run({PROBE_API, "nonsense"});
  CHECK(unknown.exit_code == 2);
  CHECK(has(unknown.errors, "--help"));
}
