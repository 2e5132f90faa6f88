// Why an officer wants something: the line that verbs keep beside what they did. Read by the verbs that erase, hold,
// restrict and record people.
#pragma once

#include "app/base/result.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"

#include <string>

namespace alongside::server {

inline Result<std::string> reason_in(const std::string& words) {
  constexpr std::size_t most_reason_bytes = 200;
  const std::string reason(trim(words));
  const bool good = reason.size() >= 3 && reason.size() <= most_reason_bytes && is_text(reason);
  if (good && reason.find('\n') == reason.npos) return reason;
  return Error{ErrorCode::InvalidInput, "--reason: write why, in a line of 3 to 200 letters, and nobody's name"};
}

}  // namespace alongside::server
