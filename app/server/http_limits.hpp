// What every connection must keep to, and what all of them share. Made by serve.
#pragma once

#include "app/server/sync/system_chance.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace alongside {
class Clock;
}

namespace alongside::server {

class Log;
class Metrics;
class Site;

struct HttpLimits {
  std::chrono::milliseconds head{10'000};       // from its first byte to its empty line
  std::chrono::milliseconds idle{60'000};       // between requests
  std::chrono::milliseconds body_grace{5'000};  // before the rate below counts
  std::size_t least_bytes_per_second = 1024;
  std::chrono::milliseconds request{30'000};  // head and body together
  std::chrono::milliseconds later{30'000};    // for an answer that needs another machine's
  int requests_per_connection = 100;
  std::size_t connections = 4096;  // at the most; fewer where the machine gives us fewer file handles
};

// Lives longer than every session.
struct HttpShared {
  const Site& site;
  Log& log;
  const Clock& clock;
  HttpLimits limits;
  Metrics* metrics;                      // null: nobody can read any
  std::vector<std::string> own_origins;  // known once the port is
  std::function<void()> after_answer;    // serve looks there whether the storage still works
  SystemChance chance{};                 // for the ids of requests: a count would tell one client of all the others
  bool stopping = false;
};

}  // namespace alongside::server
