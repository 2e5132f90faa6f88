// Readiness: whether this server should be sent people now. Asked by GET /readyz, whose answer
// names each check. Writes to the database at most once a second, however often it is asked.
#pragma once

#include "app/base/result.hpp"
#include "app/server/migration.hpp"
#include "app/server/router.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside {
class Clock;
}

namespace alongside::server {

class Database;

class Readiness {
 public:
  Readiness(Database& database, const Clock& clock, std::string data_folder)
      : database_(database), clock_(clock), data_folder_(std::move(data_folder)) {}

  static std::span<const Migration> migrations();
  void routes(Router& router);       // /healthz and /readyz
  void stop() { stopping_ = true; }  // from now on not ready, so that nobody new is sent here

 private:
  struct Check {
    std::string_view name;
    std::string_view result;  // "ok", or what is wrong
  };
  using Checks = std::array<Check, 4>;

  Checks run();
  Result<void> write_probe();
  bool disk_has_room() const;

  Database& database_;
  const Clock& clock_;
  std::string data_folder_;
  std::int64_t checked_at_ms_ = 0;
  Checks last_{};
  bool stopping_ = false;
};

}  // namespace alongside::server
