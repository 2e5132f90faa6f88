#include "app/server/public_pages/placeholders.hpp"

#include "app/server/council_words.hpp"

namespace alongside::server {

namespace {

// Whole years, rounded up: nothing is said to be kept for less time than it is.
std::string years(int days) { return std::to_string((days + 364) / 365); }

Error unknown(std::string_view name, const Placeholders& values) {
  std::string known;
  for (const auto& [each, value] : values) known += (known.empty() ? "{" : ", {") + each + "}";
  return {ErrorCode::InvalidInput, "{" + std::string(name) + "} stands for nothing; write one of " + known};
}

}  // namespace

Placeholders placeholders_of(const CouncilConfig& config, Language language) {
  return {{"council", std::string(in_language(config.council.name, language))},
          {"phone", config.council.help.phone},
          {"email", config.council.help.email},
          {"safeguarding_phone", config.council.safeguarding.phone},
          {"money_years", years(config.retention_days.money_records)},
          {"answer_years", years(config.retention_days.survey_answers)},
          {"log_days", std::to_string(config.retention_days.request_logs)}};
}

Result<std::string> fill_placeholders(std::string_view text, const Placeholders& values) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t start = text.find('{');
    filled += text.substr(0, start);
    if (start == text.npos) break;
    const std::size_t end = text.find('}', start);
    const std::string_view name = text.substr(start + 1, end == text.npos ? end : end - start - 1);
    const auto found = values.find(name);
    if (end == text.npos || found == values.end()) return unknown(name, values);
    filled += found->second;
    text.remove_prefix(end + 1);
  }
  return filled;
}

}  // namespace alongside::server
