#include "app/server/query.hpp"

#include "app/base/utf8.hpp"

namespace alongside::server {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_unreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

bool percent_decode(std::string_view encoded, PlusSign plus, std::string& decoded) {
  decoded.clear();
  decoded.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const char c = encoded[i];
    if (c == '%') {
      if (i + 2 >= encoded.size()) return false;
      const int high = hex_digit(encoded[i + 1]);
      const int low = hex_digit(encoded[i + 2]);
      if (high < 0 || low < 0) return false;
      decoded.push_back(static_cast<char>(high * 16 + low));
      i += 2;
    } else if (c == '+' && plus == PlusSign::IsSpace) {
      decoded.push_back(' ');
    } else {
      decoded.push_back(c);
    }
  }
  return is_text(decoded);
}

std::string percent_encode(std::string_view text) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    if (is_unreserved(c)) {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.push_back('%');
      out.push_back(digits[byte >> 4]);
      out.push_back(digits[byte & 15]);
    }
  }
  return out;
}

Query Query::parse(std::string_view encoded) {
  Query query;
  while (!encoded.empty() && query.pairs_.size() < most_pairs) {
    const std::string_view pair = encoded.substr(0, encoded.find('&'));
    encoded.remove_prefix(pair.size() == encoded.size() ? pair.size() : pair.size() + 1);
    const std::size_t equals = pair.find('=');
    std::string name;
    std::string value;
    const std::string_view encoded_value = equals == pair.npos ? std::string_view() : pair.substr(equals + 1);
    if (!percent_decode(pair.substr(0, equals), PlusSign::IsSpace, name) || name.empty()) continue;
    if (!percent_decode(encoded_value, PlusSign::IsSpace, value)) continue;
    query.pairs_.emplace_back(std::move(name), std::move(value));
  }
  return query;
}

std::string_view Query::value(std::string_view name) const {
  for (const auto& [key, value] : pairs_) {
    if (key == name) return value;
  }
  return {};
}

std::vector<std::string_view> Query::values(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const auto& [key, value] : pairs_) {
    if (key == name) found.push_back(value);
  }
  return found;
}

}  // namespace alongside::server
