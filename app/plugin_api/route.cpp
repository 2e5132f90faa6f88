#include "app/plugin_api/route.hpp"

#include <algorithm>
#include <optional>

namespace alongside {
namespace {

// An address longer than this is cut: no screen of ours needs more, and it comes from outside.
constexpr std::size_t max_route_bytes = 2048;
constexpr std::size_t max_query_values = 32;

std::optional<unsigned> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::string decode(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const auto high = hex_digit(text[i + 1]);
      const auto low = hex_digit(text[i + 2]);
      if (high && low) {
        const auto byte = static_cast<char>(*high * 16 + *low);
        if (static_cast<unsigned char>(byte) >= 0x20) out += byte;
        i += 2;
        continue;
      }
    }
    out += plus_is_space && text[i] == '+' ? ' ' : text[i];
  }
  return out;
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == '/';
}

void encode(std::string_view text, std::string& out) {
  constexpr char digits[] = "0123456789ABCDEF";
  for (const char c : text) {
    if (is_plain(c)) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
}

void parse_query(std::string_view text, Route& route) {
  while (!text.empty() && route.query.size() < max_query_values) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    if (pair.empty() || equals == 0) continue;
    const std::string_view value = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
    route.query.emplace_back(decode(pair.substr(0, equals), true), decode(value, true));
  }
}

}  // namespace

std::string_view Route::value(std::string_view name) const {
  for (const auto& [key, value] : query) {
    if (key == name) return value;
  }
  return {};
}

std::vector<std::string_view> Route::values(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const auto& [key, value] : query) {
    if (key == name) found.push_back(value);
  }
  return found;
}

std::string_view Route::tail(std::string_view prefix) const {
  const std::string_view all = path;
  if (!all.starts_with(prefix) || all.size() <= prefix.size() + 1 || all[prefix.size()] != '/') return {};
  return all.substr(prefix.size() + 1);
}

void Route::set(std::string_view name, std::string_view value) {
  const auto found = std::find_if(query.begin(), query.end(), [&](const auto& pair) { return pair.first == name; });
  if (value.empty()) {
    if (found != query.end()) query.erase(found);
  } else if (found != query.end()) {
    found->second = value;
  } else {
    query.emplace_back(name, value);
  }
}

void Route::add(std::string_view name, std::string_view value) { query.emplace_back(name, value); }

std::string Route::text() const {
  std::string out;
  encode(path, out);
  char separator = '?';
  for (const auto& [name, value] : query) {
    out += separator;
    encode(name, out);
    out += '=';
    encode(value, out);
    separator = '&';
  }
  return out;
}

Route Route::parse(std::string_view text) {
  text = text.substr(0, std::min(text.size(), max_route_bytes));
  text = text.substr(0, text.find('#'));
  Route route;
  const std::size_t mark = text.find('?');
  route.path = decode(text.substr(0, mark), false);
  while (route.path.size() > 1 && route.path.back() == '/') route.path.pop_back();
  if (route.path.empty() || route.path.front() != '/') route.path.insert(0, "/");
  if (mark != std::string_view::npos) parse_query(text.substr(mark + 1), route);
  return route;
}

}  // namespace alongside
