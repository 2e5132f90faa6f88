// Throttles: how often something may be tried, in the database, so that a restart forgives nothing. Each is a
// bucket that fills up again with time. Kept by the fingerprint of whom it counts, and only while not full.
#pragma once

#include "app/base/result.hpp"

#include <cstdint>
#include <string_view>

namespace alongside {
class Clock;
}

namespace alongside::server {

class Database;

// Numbers in the database: never used again for something else.
enum class ThrottleKind : std::uint8_t {
  WrongCodeFromAddress = 1,
  WrongCodeFromDevice = 2,
  BeginFromAddress = 3,
  WrongInvitationFromAddress = 4,
  BoxFromAddress = 5,
  WrongBoxFromAddress = 6,
  RefusedPasskeyFromAddress = 7,
  RefusedPasskeyFromDevice = 8,
};

struct ThrottleRule {
  ThrottleKind kind;
  double most;           // at once
  std::int64_t each_ms;  // until there is one more
};

class Throttles {
 public:
  Throttles(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  // Whether there is one left; takes none.
  Result<bool> left(const ThrottleRule& rule, std::string_view key);
  // Takes one, if there is one; false when there was none.
  Result<bool> take(const ThrottleRule& rule, std::string_view key);

 private:
  Result<double> level(const ThrottleRule& rule, std::string_view key);

  Database& database_;
  const Clock& clock_;
};

}  // namespace alongside::server
