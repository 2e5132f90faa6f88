#include "app/server/mail/mail_text.hpp"

#include "app/base/utf8.hpp"
#include "app/server/response_head.hpp"

#include <algorithm>
#include <cstdio>

namespace alongside::server {

namespace {

constexpr std::size_t longest_line = 76;
// With "=?UTF-8?Q?" and "?=" around it, and "Subject: " before it, it still fits a line.
constexpr std::size_t longest_encoded = 54;

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::string escaped(char byte) {
  char text[4];
  std::snprintf(text, sizeof text, "=%02X", static_cast<unsigned>(static_cast<unsigned char>(byte)));
  return text;
}

// A line end in a name is no line end in a letter.
std::string on_one_line(std::string_view text) {
  std::string line = clean_text(text);
  std::ranges::replace_if(line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return line;
}

std::string encoded_character(std::string_view character) {
  if (character == " ") return "_";
  std::string encoded;
  for (const char byte : character) encoded += is_plain(byte) ? std::string(1, byte) : escaped(byte);
  return encoded;
}

void add_line(std::string& out, std::string_view line) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char byte = line[at];
    const bool at_end = at + 1 == line.size();
    const bool blank = byte == ' ' || byte == '\t';
    const bool as_it_is = (byte > ' ' && byte <= '~' && byte != '=') || (blank && !at_end);
    const std::string piece = as_it_is ? std::string(1, byte) : escaped(byte);
    if (used + piece.size() > longest_line - 1) {
      out += "=\r\n";
      used = 0;
    }
    out += piece;
    used += piece.size();
  }
  out += "\r\n";
}

}  // namespace

std::string header_words(std::string_view text) {
  const std::string line = on_one_line(text);
  const bool plain = std::ranges::all_of(line, [](char c) { return is_plain(c) || c == ' '; });
  if (plain && !line.empty() && line.size() <= longest_encoded) return line;
  std::string words = "=?UTF-8?Q?";
  std::size_t used = 0;
  for (std::string_view rest = line; !rest.empty();) {
    const std::string_view character = rest.substr(0, std::max<std::size_t>(1, sequence_length(rest)));
    const std::string piece = encoded_character(character);
    if (used + piece.size() > longest_encoded) {
      words += "?=\r\n =?UTF-8?Q?";
      used = 0;
    }
    words += piece;
    used += piece.size();
    rest.remove_prefix(character.size());
  }
  return words + "?=";
}

// As in HTTP, but for the zone: RFC 5322 has no more use for its name.
std::string header_date(std::int64_t ms) {
  const std::string date = http_date(ms);
  return date.substr(0, date.rfind(' ')) + " +0000";
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    add_line(out, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace alongside::server
