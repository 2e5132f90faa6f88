// JsonFields: takes the members of one JSON object that we expect, and notes every mistake with the
// path of the key and what to write ("places[2].latitude: write a number from 49 to 61"). Used by
// the configuration and by importers of files that a council writes by hand.
#pragma once

#include "app/server/json_reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// Collects mistakes while a file is read; at most 100 are kept.
class JsonMistakes {
 public:
  void add(std::string path, std::string_view what_to_write);
  bool none() const { return lines_.empty(); }
  const std::vector<std::string>& lines() const { return lines_; }
  std::string report() const;  // one a line

 private:
  std::vector<std::string> lines_;
};

// What a required key must hold; the sentence is shown when it does not.
struct TextRule {
  std::size_t most_bytes = 200;
  std::string_view what_to_write = "write some text in quotes";
};
struct NumberRule {
  double least;
  double most;
};

class JsonFields {
 public:
  // `value` must outlive this. If it is no object, that is noted and every field reads as missing.
  JsonFields(const JsonValue& value, std::string path, JsonMistakes& mistakes);

  std::string text(std::string_view key, TextRule rule = {});           // required, not blank
  std::string optional_text(std::string_view key, TextRule rule = {});  // "" when absent
  std::int64_t integer(std::string_view key, NumberRule rule);
  double number(std::string_view key, NumberRule rule);
  JsonFields object(std::string_view key);
  const JsonValue* optional(std::string_view key);  // anything, or null
  const std::vector<JsonValue>& array(std::string_view key, std::size_t least, std::size_t most);
  std::string path_of(std::string_view key) const;
  void mistake(std::string_view key, std::string_view what_to_write);
  // Notes every key that nobody asked for. Call it last.
  void finish();

 private:
  const JsonValue* take(std::string_view key);

  const JsonValue* value_;
  std::string path_;
  JsonMistakes* mistakes_;
  std::vector<std::string_view> taken_;
};

}  // namespace alongside::server
