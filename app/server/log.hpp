// Log: one JSON object a line on standard output, for journald or whatever keeps logs. Holds no
// personal data: a request is known by its method and its route's pattern, never by its address,
// its body or who sent it. Owned by serve; lent to what has something to say.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace spdlog {
class logger;
}

namespace alongside {
class Clock;
}

namespace alongside::server {

enum class LogLevel : std::uint8_t { Info, Warning, Failure };

struct LogField {
  std::string_view name;
  std::variant<std::string_view, std::int64_t, double> value;
};

class Log {
 public:
  explicit Log(const Clock& clock);
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;
  ~Log();

  // `log.write(LogLevel::Info, "listening", {{"port", port}})`.
  void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

 private:
  const Clock* clock_;
  std::shared_ptr<spdlog::logger> logger_;
};

std::string json_text(std::string_view text);  // with its quotes
std::string utc_time(std::int64_t ms);         // "2026-11-22T17:00:00.123Z"

}  // namespace alongside::server
