#include "plugins/feedback/model/numbers.hpp"

#include "app/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace alongside::feedback {
namespace {

int digit_of(char c) {
  if (is_digit(c)) return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : 99;
}

struct Read {
  double number = no_number;
  std::size_t length = 0;
};

// A decimal number at the start of `text`: "12", "-1.5", ".5", "1.", "1e3", "Infinity".
Read read_decimal(std::string_view text) {
  const bool has_sign = !text.empty() && (text.front() == '+' || text.front() == '-');
  const double sign = has_sign && text.front() == '-' ? -1 : 1;
  const std::string_view digits = text.substr(has_sign ? 1 : 0);
  const std::size_t before = text.size() - digits.size();
  if (digits.starts_with("Infinity")) return {sign * endless, before + 8};
  const bool begins =
      !digits.empty() && (is_digit(digits[0]) || (digits[0] == '.' && digits.size() > 1 && is_digit(digits[1])));
  if (!begins) return {};
  // The C library's own, which the application has anyway: a table of powers of our own would be a tenth of the module.
  const std::string plain(digits.substr(0, digits.find_first_not_of("0123456789.eE+-")));
  char* end = nullptr;
  const double number = std::strtod(plain.c_str(), &end);
  return {sign * number, before + static_cast<std::size_t>(end - plain.c_str())};
}

Read read_digits(std::string_view text, int base) {
  Read read{0, 0};
  while (read.length < text.size() && digit_of(text[read.length]) < base) {
    read.number = read.number * base + digit_of(text[read.length++]);
  }
  if (read.length == 0) read.number = no_number;
  return read;
}

int base_of(std::string_view text) {
  if (text.size() < 3 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
  }
}

// The shortest digits that read back as `number`, and how many of them stand before the point.
struct Shortest {
  std::string digits;
  int point;
};

Shortest shortest(double number) {
  std::string text = fmt::format("{}", number);
  int exponent = 0;
  if (const std::size_t e = text.find('e'); e != text.npos) {
    exponent = static_cast<int>(leading_integer(std::string_view(text).substr(e + 1)));
    text.resize(e);
  }
  int point = static_cast<int>(std::min(text.find('.'), text.size()));
  std::erase(text, '.');
  const std::size_t noughts = text.find_first_not_of('0');
  text.erase(0, noughts);
  point -= static_cast<int>(noughts);
  text.resize(text.find_last_not_of('0') + 1);
  return {std::move(text), point + exponent};
}

bool is_sum(std::string_view text) {
  if (text.find_last_of("-+") != text.npos && text.find_last_of("-+") > 0) return false;
  return text.find_first_of("*^/%") != text.npos;
}

}  // namespace

std::string_view script_trim(std::string_view text) {
  const auto is_plain = [](char c) { return c > ' ' && c < '\x7F'; };
  if (text.empty() || (is_plain(text.front()) && is_plain(text.back()))) return text;
  constexpr std::string_view blanks[] = {" ", "\t", "\n", "\r", "\v", "\f", "\xC2\xA0", "\xEF\xBB\xBF"};
  const auto strip = [&](bool front) {
    for (const std::string_view blank : blanks) {
      if (!(front ? text.starts_with(blank) : text.ends_with(blank))) continue;
      text = front ? text.substr(blank.size()) : text.substr(0, text.size() - blank.size());
      return true;
    }
    return false;
  };
  while (strip(true)) {
  }
  while (strip(false)) {
  }
  return text;
}

double number_of(std::string_view text) {
  text = script_trim(text);
  if (text.empty()) return 0;
  const int base = base_of(text);
  const Read read = base != 0 ? read_digits(text.substr(2), base) : read_decimal(text);
  return read.length + (base != 0 ? 2 : 0) == text.size() ? read.number : no_number;
}

double leading_number(std::string_view text) { return read_decimal(script_trim(text)).number; }

double leading_integer(std::string_view text) {
  text = script_trim(text);
  const bool has_sign = !text.empty() && (text.front() == '+' || text.front() == '-');
  const double sign = has_sign && text.front() == '-' ? -1 : 1;
  if (has_sign) text.remove_prefix(1);
  if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x')
    return sign * read_digits(text.substr(2), 16).number;
  // A long row of digits is read at once: adding them up one by one would round too often.
  const auto end = std::ranges::find_if_not(text, is_digit);
  return sign * read_decimal(text.substr(0, static_cast<std::size_t>(end - text.begin()))).number;
}

double survey_number(std::string_view text) {
  text = script_trim(text);
  constexpr std::size_t longest_row = 15, longest_hex = 32;
  if (text.empty() || (text.front() >= 'A' && text.front() <= 'z')) return no_number;
  if (text.starts_with("0x")) return text.size() > longest_hex ? no_number : leading_integer(text);
  if (text.size() > longest_row && std::ranges::all_of(text, is_digit)) return no_number;
  if (is_sum(text)) return no_number;
  std::string with_point(text);
  const std::size_t comma = with_point.find(',');
  if (comma != with_point.npos && with_point.find(',', comma + 1) == with_point.npos) with_point[comma] = '.';
  const double number = leading_number(with_point);
  return std::isfinite(number_of(with_point)) ? number : no_number;
}

// JavaScript's layout of the shortest digits that read back as the same number.
std::string text_of_number(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  if (number == 0) return "0";
  const auto [digits, point] = shortest(std::fabs(number));
  const int count = static_cast<int>(digits.size());
  std::string text = digits;
  if (point > 21 || point < -5) {
    if (count > 1) text.insert(1, ".");
    text += (point > 0 ? "e+" : "e-") + std::to_string(point > 0 ? point - 1 : 1 - point);
  } else if (point <= 0) {
    text.insert(0, "0." + std::string(static_cast<std::size_t>(-point), '0'));
  } else if (point >= count) {
    text.append(static_cast<std::size_t>(point - count), '0');
  } else {
    text.insert(static_cast<std::size_t>(point), ".");
  }
  return number < 0 ? "-" + text : text;
}

int decimals(double number) {
  if (!std::isfinite(number) || std::floor(number) == number) return 0;
  const std::string text = text_of_number(number);
  const std::size_t point = text.find('.');
  return point == text.npos ? 0 : static_cast<int>(text.size() - point - 1);
}

double rounded(double number, int digits) {
  constexpr double too_large = 1e21;
  if (!(std::fabs(number) < too_large)) return number;
  return number_of(fmt::format("{:.{}f}", number, std::min(digits, 100)));
}

}  // namespace alongside::feedback
