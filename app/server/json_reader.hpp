// read_json: JSON from outside (configuration, feeds) as a plain tree, within limits. Wraps
// Boost.JSON, which no other file includes. Used by the configuration and by features' importers.
#pragma once

#include "app/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::server {

enum class JsonKind : std::uint8_t { Null, Boolean, Integer, Real, Text, Array, Object };

class JsonValue {
 public:
  using Member = std::pair<std::string, JsonValue>;

  JsonValue();

  JsonKind kind = JsonKind::Null;
  bool boolean = false;
  std::int64_t integer = 0;  // of Integer
  double real = 0;           // of Integer too
  std::string text;
  std::vector<JsonValue> items;  // of Array
  std::vector<Member> members;   // of Object, in the file's order

  bool is(JsonKind wanted) const { return kind == wanted; }
  bool is_number() const { return is(JsonKind::Integer) || is(JsonKind::Real); }
  // The member of that name, or null when this is no object or has none.
  const JsonValue* find(std::string_view name) const;
  // find(name) as text, or empty when it is missing or not text.
  std::string_view text_at(std::string_view name) const;
};

// Only here is the type whole of which its members hold some: clang will not have it sooner.
inline JsonValue::JsonValue() = default;

struct JsonLimits {
  std::size_t most_bytes = 16 * 1024 * 1024;
  std::size_t most_depth = 32;
  std::size_t most_text = 1024 * 1024;  // of one string
};

// The error names the offset of the first byte that could not be read, its line and column.
// Duplicate keys, invalid UTF-8 and anything after the value are refused.
Result<JsonValue> read_json(std::string_view text, JsonLimits limits = {});
// The same for a file; the size is looked at before it is read.
Result<JsonValue> read_json_file(const std::string& path, JsonLimits limits = {});

}  // namespace alongside::server
