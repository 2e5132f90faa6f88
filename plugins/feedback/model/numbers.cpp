#include "plugins/feedback/model/numbers.hpp"

#include "app/base/text.hpp"

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <cmath>

namespace alongside::feedback {

std::optional<double> number_of_text(std::string_view text) {
  text = trim(text);
  const bool has_sign = !text.empty() && (text.front() == '+' || text.front() == '-');
  const std::string_view digits = text.substr(has_sign ? 1 : 0);
  // Neither "inf" nor "nan", nor a second sign.
  if (digits.empty() || !(digits.front() == '.' || (digits.front() >= '0' && digits.front() <= '9'))) {
    return std::nullopt;
  }
  double number = 0;
  const auto read = fast_float::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || !std::isfinite(number))
    return std::nullopt;
  return has_sign && text.front() == '-' ? -number : number;
}

std::string text_of_number(double number) { return fmt::format("{}", number); }

}  // namespace alongside::feedback
