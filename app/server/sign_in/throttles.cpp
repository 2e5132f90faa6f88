#include "app/server/sign_in/throttles.hpp"

#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/digest.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::int64_t throttle_day_ms = 86'400'000;

}  // namespace

Result<double> Throttles::level(const ThrottleRule& rule, std::string_view key) {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT left, at_ms FROM sign_in_throttle WHERE kind = ?1 AND key = ?2"));
  select.bind(1, static_cast<int>(rule.kind)).bind_bytes(2, ALONGSIDE_TRY(sha256_of(key)));
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return rule.most;
  // A clock that was put back gives nothing, and takes nothing.
  const auto since = std::max<std::int64_t>(0, clock_.now_ms() - select.column_integer(1));
  return std::min(rule.most, select.column_real(0) + static_cast<double>(since) / static_cast<double>(rule.each_ms));
}

Result<bool> Throttles::left(const ThrottleRule& rule, std::string_view key) {
  return ALONGSIDE_TRY(level(rule, key)) >= 1;
}

Result<bool> Throttles::take(const ThrottleRule& rule, std::string_view key) {
  const double left = ALONGSIDE_TRY(level(rule, key));
  if (left < 1) return false;
  auto forget = ALONGSIDE_TRY(database_.prepare("DELETE FROM sign_in_throttle WHERE at_ms < ?1"));
  ALONGSIDE_TRY(forget.bind(1, clock_.now_ms() - 2 * throttle_day_ms).run());
  auto write = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO sign_in_throttle VALUES(?1, ?2, ?3, ?4)"
                        " ON CONFLICT (kind, key) DO UPDATE SET left = excluded.left, at_ms = excluded.at_ms"));
  write.bind(1, static_cast<int>(rule.kind)).bind_bytes(2, ALONGSIDE_TRY(sha256_of(key)));
  ALONGSIDE_TRY(write.bind(3, left - 1).bind(4, clock_.now_ms()).run());
  return true;
}

}  // namespace alongside::server
