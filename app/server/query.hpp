// Query: what stands after "?" in an address, decoded, in order. Bounded: at most 64 pairs.
// Made by request_reader; read by handlers and pages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::server {

class Query {
 public:
  static constexpr std::size_t most_pairs = 64;

  // Never fails: a pair that is not well-formed UTF-8 after decoding is left out.
  static Query parse(std::string_view encoded);

  std::string_view value(std::string_view name) const;  // the first one, or empty
  std::vector<std::string_view> values(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& pairs() const { return pairs_; }

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

// Decodes %XX (and + as a space when asked). False when it is malformed, not UTF-8 or holds a NUL.
enum class PlusSign : bool { Kept, IsSpace };
bool percent_decode(std::string_view encoded, PlusSign plus, std::string& decoded);
std::string percent_encode(std::string_view text);  // everything but A-Z a-z 0-9 - . _ ~

}  // namespace alongside::server
