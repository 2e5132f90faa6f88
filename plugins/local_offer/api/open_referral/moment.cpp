#include "plugins/local_offer/api/open_referral/moment.hpp"

#include "app/base/date.hpp"
#include "app/base/text.hpp"

#include <cstdio>

namespace alongside::local_offer {
namespace {

constexpr std::int64_t minute_ms = 60'000, day_ms = 86'400'000;

// Two digits at the front of `text`, which are taken from it; -1 when they are not there.
int take_two(std::string_view& text) {
  if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return -1;
  const int number = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  return number;
}

bool take_mark(std::string_view& text, char mark) {
  if (text.empty() || text.front() != mark) return false;
  text.remove_prefix(1);
  return true;
}

int take_milliseconds(std::string_view& text) {
  int ms = 0, weight = 100;
  for (; !text.empty() && is_digit(text.front()); text.remove_prefix(1), weight /= 10)
    ms += (text.front() - '0') * weight;
  return ms;
}

// "Z", "+01:00", "-0530" or nothing: minutes east of Greenwich.
std::optional<int> zone_minutes(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") return 0;
  const bool is_west = text.front() == '-';
  if (!is_west && text.front() != '+') return std::nullopt;
  text.remove_prefix(1);
  const int hours = take_two(text);
  take_mark(text, ':');
  const int minutes = text.empty() ? 0 : take_two(text);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || !text.empty()) return std::nullopt;
  return (is_west ? -1 : 1) * (hours * 60 + minutes);
}

}  // namespace

std::optional<std::int64_t> parse_moment(std::string_view text) {
  text = trim(text);
  const auto day = Date::parse(text.substr(0, 10));
  if (!day.ok()) return std::nullopt;
  const std::int64_t midnight = std::int64_t{day.value().days()} * day_ms;
  text.remove_prefix(10);
  if (text.empty()) return midnight;
  if (!take_mark(text, 'T') && !take_mark(text, 't') && !take_mark(text, ' ')) return std::nullopt;
  const int hour = take_two(text);
  if (!take_mark(text, ':')) return std::nullopt;
  const int minute = take_two(text);
  const int second = take_mark(text, ':') ? take_two(text) : 0;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return std::nullopt;
  const int ms = take_mark(text, '.') ? take_milliseconds(text) : 0;
  // What a caller writes as "+" in an address arrives as a space.
  std::string zone(text);
  if (!zone.empty() && zone.front() == ' ') zone.front() = '+';
  const auto east = zone_minutes(zone);
  if (!east) return std::nullopt;
  return midnight + (hour * 60 + minute - *east) * minute_ms + second * 1000 + ms;
}

std::string moment_text(std::int64_t ms) {
  const std::int64_t days = ms >= 0 ? ms / day_ms : -((-ms + day_ms - 1) / day_ms);
  const auto rest = static_cast<int>(ms - days * day_ms);
  char time[24];
  std::snprintf(time, sizeof time, "T%02d:%02d:%02d.%03dZ", rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60,
                rest % 1000);
  return Date(static_cast<std::int32_t>(days)).iso() + time;
}

}  // namespace alongside::local_offer
