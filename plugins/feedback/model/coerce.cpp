#include "plugins/feedback/model/coerce.hpp"

#include "plugins/feedback/model/moments.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace alongside::feedback {
namespace {

using Kind = ValueKind;

// "01" is a code and no number.
bool leads_with_nought(std::string_view text) {
  if (text[0] != '0' || text.starts_with("0x") || text.size() == 1) return false;
  return text[1] != '.' && text[1] != ',';
}

}  // namespace

std::string words_of_list(const Value& list, std::string_view between) {
  std::string text;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (i > 0) text += between;
    if (!is_nothing(list.items[i])) text += to_words(list.items[i]);
  }
  return text;
}

bool is_quote(char c) { return c == '\'' || c == '"'; }

bool is_nothing(const Value& value) { return value.kind == Kind::None || value.kind == Kind::Null; }

bool is_object(const Value& value) {
  return value.kind == Kind::List || value.kind == Kind::Map || value.kind == Kind::Moment;
}

bool counts_as_true(const Value& value) {
  switch (value.kind) {
    case Kind::None:
    case Kind::Null: return false;
    case Kind::Text: return !value.text.empty();
    case Kind::Number: return value.number != 0 && !std::isnan(value.number);
    case Kind::Truth: return value.truth;
    case Kind::List:
    case Kind::Map:
    case Kind::Moment: break;
  }
  return true;
}

double to_number(const Value& value) {
  switch (value.kind) {
    case Kind::Null: return 0;
    case Kind::Number:
    case Kind::Moment: return value.number;
    case Kind::Truth: return value.truth ? 1 : 0;
    case Kind::Text: return number_of(value.text);
    case Kind::List: return number_of(words_of_list(value, ","));
    case Kind::None:
    case Kind::Map: break;
  }
  return no_number;
}

std::string to_words(const Value& value) {
  switch (value.kind) {
    case Kind::None: return "undefined";
    case Kind::Null: return "null";
    case Kind::Text: return value.text;
    case Kind::Number: return text_of_number(value.number);
    case Kind::Truth: return value.truth ? "true" : "false";
    case Kind::List: return words_of_list(value, ",");
    case Kind::Map: return "[object Object]";
    case Kind::Moment: return text_of_moment(value.number);
  }
  return {};
}

double survey_number(const Value& value) {
  switch (value.kind) {
    case Kind::Text: return survey_number(std::string_view(value.text));
    case Kind::Number: return std::isfinite(value.number) ? value.number : no_number;
    case Kind::List: {
      const std::string words = words_of_list(value, ",");
      return std::isfinite(number_of(words)) ? leading_number(words) : no_number;
    }
    default: return no_number;
  }
}

double survey_moment(const Value& value) {
  switch (value.kind) {
    case Kind::Moment: return value.number;
    case Kind::Number: return std::fabs(value.number) <= furthest_moment ? std::trunc(value.number) + 0.0 : no_number;
    case Kind::Truth: return value.truth ? 1 : 0;
    default: return survey_moment(std::string_view(to_words(value)));
  }
}

bool may_look_otherwise(const Value& value) {
  if (value.kind != Kind::Text || value.text.empty()) return false;
  const char small = static_cast<char>(value.text[0] | 0x20);
  return small < 'a' || small > 'z' || small == 't' || small == 'f' || small == 'i';
}

Value as_it_looks(Value value) {
  if (value.kind != Kind::Text || value.text.empty()) return value;
  const std::string& text = value.text;
  if (text.size() == 4 || text.size() == 5) {
    const std::string small = lower_case(text);
    if (small == "true" || small == "false") return Value::of_truth(small == "true");
  }
  if (text.size() > 1 && is_quote(text.front()) && is_quote(text.back())) {
    return Value::of_text(std::string_view(text).substr(1, text.size() - 2));
  }
  const double number = survey_number(std::string_view(text));
  return std::isnan(number) || leads_with_nought(text) ? value : Value::of_number(number);
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  const auto is_small = [](char c) { return (c < 'A' || c > 'Z') && static_cast<unsigned char>(c) < 0xC3; };
  for (auto i = static_cast<std::size_t>(std::ranges::find_if_not(out, is_small) - out.begin()); i < out.size(); ++i) {
    const auto first = static_cast<unsigned char>(out[i]);
    if (first >= 'A' && first <= 'Z') out[i] = static_cast<char>(first + 32);
    if (first < 0xC3 || first > 0xC5 || i + 1 == out.size()) continue;
    auto& second = reinterpret_cast<unsigned char&>(out[++i]);
    if (first == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97) second += 0x20;  // À to Þ, not ×
    // Ā to ŷ: large and small letters take turns.
    const unsigned code = (first - 0xC0u) * 64 + (second - 0x80u);
    const bool odd_is_large = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (code >= 0x100 && code < 0x178 && code != 0x130 && code != 0x138 && code != 0x149 &&
        (code % 2 == 1) == odd_is_large) {
      out[i - 1] = static_cast<char>(0xC0 + (code + 1) / 64);
      second = static_cast<unsigned char>(0x80 + (code + 1) % 64);
    }
  }
  return out;
}

std::string text_of(const Value& value) { return is_nothing(value) ? std::string() : to_words(value); }

std::size_t script_length(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    length += byte >= 0xF0 ? 2 : (byte & 0xC0) != 0x80 ? 1 : 0;
  }
  return length;
}

std::string_view script_part(std::string_view text, std::size_t from, std::size_t to) {
  const auto place = [text](std::size_t units) {
    std::size_t at = 0, count = 0;
    while (at < text.size()) {
      const auto byte = static_cast<unsigned char>(text[at]);
      const std::size_t wide = byte >= 0xF0 ? 2 : (byte & 0xC0) != 0x80 ? 1 : 0;
      if (wide > 0 && count >= units) break;
      count += wide;
      ++at;
    }
    return at;
  };
  const std::size_t begin = place(from), end = place(to);
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace alongside::feedback
