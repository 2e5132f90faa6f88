// A disk that stops taking writes: the server must not go on as if nothing had happened.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>

using namespace alongside::contract;

TEST_CASE("V16.5.3: after a failed write the server stops by itself, and the next start has what was kept") {
  const TemporaryFolder folder;
  const std::string data = folder.path() + "/data";
  const std::string limited = folder.path() + "/limited";
  // The system then refuses every byte of a file beyond the first 600 KB, as a failing disk would.
  write_file(limited, "#!/bin/sh\ntrap '' XFSZ\nulimit -f 1200\nexec " PROBE_API " \"$@\"\n");
  std::filesystem::permissions(limited, std::filesystem::perms::owner_all);
  int kept = 0;
  {
    ServerProcess server(limited, data);
    REQUIRE(server.port() != 0);
    while (kept < 200 && server.verb({"note", "add", std::string(3000, 'x')}).exit_code == 0) ++kept;
    REQUIRE(kept > 0);
    REQUIRE(kept < 200);
    CHECK(server.wait() == 1);
    CHECK(server.log().find("\"event\":\"storage_broken\"") != std::string::npos);
  }
  ServerProcess server(PROBE_API, data);
  REQUIRE(server.port() != 0);
  CHECK(server.verb({"note", "add", "x"}).output == "kept; notes: " + std::to_string(kept + 1) + "\n");
}
