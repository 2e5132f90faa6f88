#include "app/server/log.hpp"

#include "app/base/clock.hpp"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <cstdio>

namespace alongside::server {

namespace {

std::string_view name_of(LogLevel level) {
  switch (level) {
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Failure: return "error";
  }
  return "info";
}

spdlog::level::level_enum spdlog_level(LogLevel level) {
  switch (level) {
    case LogLevel::Info: return spdlog::level::info;
    case LogLevel::Warning: return spdlog::level::warn;
    case LogLevel::Failure: return spdlog::level::err;
  }
  return spdlog::level::info;
}

std::string written(const std::variant<std::string_view, std::int64_t, double>& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) return json_text(*text);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.2f", std::get<double>(value));
  return digits;
}

}  // namespace

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (byte < 0x20 || byte == 0x7F) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", byte);
      out += escape;
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
  return out;
}

std::string utc_time(std::int64_t ms) {
  const Date date(static_cast<std::int32_t>(ms / 86'400'000));
  const auto rest = static_cast<int>(ms % 86'400'000);
  char time[24];
  std::snprintf(time, sizeof time, "T%02d:%02d:%02d.%03dZ", rest / 3'600'000, rest / 60'000 % 60, rest / 1000 % 60,
                rest % 1000);
  return date.iso() + time;
}

Log::Log(const Clock& clock)
    : clock_(&clock),
      logger_(std::make_shared<spdlog::logger>("alongside", std::make_shared<spdlog::sinks::stdout_sink_st>())) {
  logger_->set_pattern("%v");
  logger_->flush_on(spdlog::level::info);
}

Log::~Log() = default;

void Log::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  std::string line = "{\"time\":\"" + utc_time(clock_->now_ms()) + "\",\"level\":\"";
  line += name_of(level);
  line += "\",\"event\":" + json_text(event);
  for (const LogField& field : fields) {
    line += "," + json_text(field.name) + ":" + written(field.value);
  }
  line += "}";
  logger_->log(spdlog_level(level), spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace alongside::server
