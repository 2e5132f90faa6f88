#include "plugins/feedback/model/loose.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <algorithm>
#include <optional>

namespace alongside::feedback {
namespace {

using Kind = ValueKind;

// What JavaScript makes of it where a number is wanted.
std::optional<double> as_number(const Value& value) {
  switch (value.kind) {
    case Kind::None: return 0;
    case Kind::Number: return value.number;
    case Kind::Truth: return value.truth ? 1 : 0;
    case Kind::Text:
    case Kind::List: break;
  }
  const std::string text = text_of(value);
  return trim(text).empty() ? std::optional<double>(0) : number_of_text(text);
}

bool same_words(const std::string& left, const std::string& right) {
  return lower_case(trim(left)) == lower_case(trim(right));
}

// JavaScript sorts by the words that values are written with.
std::vector<Value> sorted(std::vector<Value> items) {
  std::ranges::stable_sort(items, {}, text_of);
  return items;
}

bool equal_lists(const Value& left, const Value& right) {
  if (left.items.size() != right.items.size()) return false;
  const auto ours = sorted(left.items), theirs = sorted(right.items);
  return std::ranges::equal(ours, theirs, loosely_equal);
}

bool equal_of_two_kinds(const Value& left, const Value& right) {
  if (left.is_empty() != right.is_empty()) return false;
  if (left.is_empty()) return left.kind != Kind::List && right.kind != Kind::List;
  if (left.kind == Kind::List || right.kind == Kind::List) return false;
  if (left.kind == Kind::Truth && right.kind == Kind::Text) return text_of(left) == lower_case(right.text);
  if (left.kind == Kind::Text && right.kind == Kind::Truth) return text_of(right) == lower_case(left.text);
  const auto ours = as_number(left), theirs = as_number(right);
  return ours && theirs && *ours == *theirs;
}

bool is_in(const Value& item, const std::vector<Value>& items) {
  return std::ranges::any_of(items, [&item](const Value& other) { return loosely_equal(other, item); });
}

bool all_in(const Value& right, const std::vector<Value>& items) {
  if (right.kind != Kind::List) return is_in(right, items);
  return std::ranges::all_of(right.items, [&items](const Value& item) { return is_in(item, items); });
}

bool is_nothing(const Value& value) {
  return value.kind == Kind::None || (value.kind == Kind::Text && value.text.empty());
}

enum class Wanted : bool { Lacks, Has };

bool membership(const Value& left, const Value& right, Wanted wanted) {
  const bool has = wanted == Wanted::Has;
  if (left.kind == Kind::List) return (!left.items.empty() && all_in(right, left.items)) == has;
  if (is_nothing(left) || !counts_as_true(right)) return false;
  return (lower_case(text_of(left)).find(lower_case(text_of(right))) != std::string::npos) == has;
}

}  // namespace

bool counts_as_true(const Value& value) {
  switch (value.kind) {
    case Kind::None: return false;
    case Kind::Text: return !value.text.empty();
    case Kind::Number: return value.number != 0;
    case Kind::Truth: return value.truth;
    case Kind::List: break;
  }
  return true;
}

bool loosely_equal(const Value& left, const Value& right) {
  if (left.kind == Kind::Text && right.kind == Kind::Text) return same_words(left.text, right.text);
  if (left.kind == Kind::List && right.kind == Kind::List) return equal_lists(left, right);
  if (left.kind == right.kind) return left == right;
  return equal_of_two_kinds(left, right);
}

bool loosely_less(const Value& left, const Value& right) {
  if (left.kind == Kind::None || right.kind == Kind::None) return false;
  const auto is_wordy = [](const Value& value) { return value.kind == Kind::Text || value.kind == Kind::List; };
  if (is_wordy(left) && is_wordy(right)) return text_of(left) < text_of(right);
  const auto ours = as_number(left), theirs = as_number(right);
  return ours && theirs && *ours < *theirs;
}

bool loosely_contains(const Value& left, const Value& right) { return membership(left, right, Wanted::Has); }

bool loosely_lacks(const Value& left, const Value& right) {
  if (!counts_as_true(left) && !right.is_empty()) return true;
  return membership(left, right, Wanted::Lacks);
}

bool has_any_of(const Value& left, const Value& right) {
  if (left.is_empty()) return right.is_empty();
  if (right.is_empty()) return true;
  if (left.kind != Kind::List) return loosely_contains(right, left);
  if (right.kind != Kind::List) return loosely_contains(left, right);
  return std::ranges::any_of(right.items, [&left](const Value& item) { return loosely_contains(left, item); });
}

bool has_all_of(const Value& left, const Value& right) {
  if (!counts_as_true(left) && !right.is_empty()) return false;
  if (right.kind != Kind::List) return loosely_contains(left, right);
  return std::ranges::all_of(right.items, [&left](const Value& item) { return loosely_contains(left, item); });
}

bool is_plain_true(const Value& value) {
  if (value.kind == Kind::None) return false;
  const auto number = as_number(value);
  return number && *number == 1;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
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

std::string text_of(const Value& value) {
  switch (value.kind) {
    case Kind::None: return "";
    case Kind::Text: return value.text;
    case Kind::Number: return text_of_number(value.number);
    case Kind::Truth: return value.truth ? "true" : "false";
    case Kind::List: break;
  }
  std::string text;
  for (const Value& item : value.items) {
    if (&item != &value.items.front()) text += ',';
    text += text_of(item);
  }
  return text;
}

}  // namespace alongside::feedback
