#include "plugins/feedback/model/scope.hpp"

#include "app/base/text.hpp"
#include "plugins/feedback/model/coerce.hpp"
#include "plugins/feedback/model/numbers.hpp"

#include <cmath>

namespace alongside::feedback {
namespace {

PathPart part_of(std::string_view name) {
  const std::size_t bracket = name.rfind('[');
  if (bracket == name.npos || !name.ends_with(']')) return {std::string(name), std::nullopt};
  const double index = survey_number(name.substr(bracket + 1, name.size() - bracket - 2));
  if (std::isnan(index)) return {std::string(name), std::nullopt};
  return {std::string(name.substr(0, bracket)), index};
}

const Value* item_at(const Value& list, double index) {
  if (list.kind != ValueKind::List) return nullptr;
  if (index < 0) index += static_cast<double>(list.items.size());
  const bool fits = index >= 0 && index < static_cast<double>(list.items.size()) && std::floor(index) == index;
  return fits ? &list.items[static_cast<std::size_t>(index)] : nullptr;
}

bool is_length(const Value& value, std::string_view name) {
  return name == "length" && (value.kind == ValueKind::List || value.kind == ValueKind::Text);
}

Value length_of(const Value& value) {
  const std::size_t length = value.kind == ValueKind::List ? value.items.size() : script_length(value.text);
  return Value::of_number(static_cast<double>(length));
}

// Follows the path through lists and maps; `member` finds a name in the outermost value.
template <class Member>
std::optional<Value> follow(const Path& path, std::size_t at, const Value* value, const Member& member) {
  while (at < path.size()) {
    std::size_t end = last_of_name(path, at);
    const Value* found = nullptr;
    for (;; --end) {
      const std::string name = joined(path, at, end);
      if (value != nullptr && is_length(*value, name)) {
        return end + 1 == path.size() ? std::optional<Value>(length_of(*value)) : std::nullopt;
      }
      found = value != nullptr ? member_of(*value, name) : member(name);
      if (found != nullptr || end == at) break;
    }
    if (found != nullptr && path[end].index) found = item_at(*found, *path[end].index);
    if (found == nullptr) return std::nullopt;
    value = found;
    at = end + 1;
  }
  return value == nullptr ? std::nullopt : std::optional<Value>(*value);
}

std::optional<Value> or_no_length(std::optional<Value> found, std::string_view name) {
  if (!found && name.ends_with(".length")) return Value::of_number(0);
  return found;
}

}  // namespace

std::string joined(const Path& path, std::size_t from, std::size_t to) {
  std::string name = path[from].name;
  for (std::size_t i = from + 1; i <= to; ++i) name += "." + path[i].name;
  return name;
}

// An index ends a name.
std::size_t last_of_name(const Path& path, std::size_t from) {
  while (from + 1 < path.size() && !path[from].index) ++from;
  return from;
}

std::uint32_t SmallName::sum_of(std::string_view text) {
  std::uint32_t sum = 2166136261u;
  for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 16777619u;
  return sum;
}

Path path_of(std::string_view name) {
  Path path;
  for (const std::string_view piece : split(name, '.')) path.push_back(part_of(piece));
  return path;
}

const Value* member_of(const Value& value, std::string_view name) {
  if (name.empty()) return nullptr;
  if (value.kind == ValueKind::List) {
    const bool is_index = name.find_first_not_of("0123456789") == name.npos && (name == "0" || name[0] != '0');
    return is_index ? item_at(value, number_of(name)) : nullptr;
  }
  if (value.kind != ValueKind::Map) return nullptr;
  const std::string small = lower_case(name);
  for (std::size_t i = 0; i < value.entries(); ++i) {
    if (lower_case(value.names[i]) == small) return &value.items[i];
  }
  return nullptr;
}

std::optional<Value> find_inside(const Value& value, const Path& path, std::size_t from) {
  return follow(path, from, &value, [](const std::string&) { return nullptr; });
}

std::optional<Value> AnswerScope::find(std::string_view name) const {
  if (const auto exact = answers_.find(std::string(name)); exact != answers_.end()) return exact->second;
  const auto found =
      follow(path_of(name), 0, nullptr, [this](const std::string& first) { return find_answer(answers_, first); });
  return or_no_length(found, name);
}

std::optional<Value> ItemScope::find(std::string_view name) const {
  if (item_.kind == ValueKind::Map || item_.kind == ValueKind::List) {
    if (auto found = find_inside(item_, path_of(name))) return found;
  }
  return or_no_length(InnerScope::find(name), name);
}

std::optional<Value> find_among(const Answers& answers, const Path& path) {
  return follow(path, 0, nullptr, [&answers](const std::string& first) { return find_answer(answers, first); });
}

const Value* find_answer(const Answers& answers, std::string_view name) {
  const auto exact = answers.find(std::string(name));
  if (exact != answers.end()) return &exact->second;
  const std::string small = lower_case(name);
  for (const auto& [key, value] : answers) {
    if (lower_case(key) == small) return &value;
  }
  return nullptr;
}

}  // namespace alongside::feedback
