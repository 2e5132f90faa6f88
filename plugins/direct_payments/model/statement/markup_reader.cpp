#include "plugins/direct_payments/model/statement/markup_reader.hpp"

#include "plugins/direct_payments/model/statement/statement_text.hpp"

#include <algorithm>

namespace alongside::direct_payments {
namespace {

constexpr std::string_view blanks = " \t\n";

constexpr bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '-' || c == ':';
}

// The letter that an entity stands for; 0 when it stands for none that may be in a text.
char entity_letter(std::string_view name) {
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  return name == "apos" ? '\'' : '\0';
}

std::uint32_t number_of(std::string_view digits, std::uint32_t base) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    const char small = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    std::uint32_t digit = base;
    if (small >= '0' && small <= '9') digit = static_cast<std::uint32_t>(small - '0');
    if (small >= 'a' && small <= 'f') digit = static_cast<std::uint32_t>(small - 'a' + 10);
    if (digit >= base || value > 0x10FFFF) return 0;
    value = value * base + digit;
  }
  return value;
}

// Appends what "&name;" stands for and says how many bytes it takes; 0 when it is no entity.
std::size_t append_entity(std::string& out, std::string_view text) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  if (name[0] != '#') {
    const char letter = entity_letter(name);
    if (letter == '\0') return 0;
    out += letter;
    return end + 1;
  }
  const bool is_hex = name.size() > 1 && name[1] == 'x';
  const std::uint32_t point = number_of(name.substr(is_hex ? 2 : 1), is_hex ? 16 : 10);
  const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point == 0 || point > 0x10FFFF || is_surrogate) return 0;
  append_letter(out, point);
  return end + 1;
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The first letter, and what stands for itself behind it: up to the next that may mean something. Looked for a little
// way at a time, so that a text of nothing but one of the two is not searched for the other again and again.
std::size_t plain_length(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); at += 64) {
    const std::string_view near = text.substr(at, 64);
    const std::size_t end = std::min(near.find('<'), near.find('&'));
    if (end != std::string_view::npos) return at + end;
  }
  return text.size();
}

// False when the "<" at the start of `text` begins no tag: "A < B" is text. Written where it stays: to copy one takes
// longer than to read it.
bool read_tag(std::string_view text, MarkupTag& tag) {
  if (!text.starts_with('<')) return false;
  const std::string_view near = text.substr(1, MarkupReader::most_tag_bytes);
  if (!near.starts_with('/') && (near.empty() || !is_name_letter(near[0]))) return false;
  std::size_t end = 1;
  while (end < near.size() && near[end] != '<' && near[end] != '>') ++end;
  if (end == near.size() || near[end] != '>') return false;
  std::string_view inside = near.substr(0, end);
  tag.length = end + 2;
  tag.kind = inside.starts_with('/') ? MarkupKind::Close : MarkupKind::Open;
  tag.closes_itself = tag.kind == MarkupKind::Open && inside.ends_with('/');
  if (tag.kind == MarkupKind::Close) inside.remove_prefix(1);
  if (tag.closes_itself) inside.remove_suffix(1);
  std::size_t letters = 0;
  while (letters < inside.size() && is_name_letter(inside[letters])) ++letters;
  tag.name = without_prefix(inside.substr(0, letters));
  tag.attributes = inside.substr(letters);
  return !tag.name.empty() && (tag.attributes.empty() || blanks.find(tag.attributes[0]) != std::string_view::npos);
}

}  // namespace

bool MarkupReader::next(MarkupToken& token) {
  token.text.clear();
  token.name = {};
  token.attributes = {};
  if (!closes_next_.empty()) {
    token.kind = MarkupKind::Close;
    token.name = closes_next_;
    closes_next_ = {};
    return true;
  }
  while (skip_past("<!--", "-->") || skip_past("<?", "?>")) {
  }
  token.line = line_at(at_);
  const std::string_view rest = text_.substr(at_);
  if (rest.empty() || (rest.starts_with("<!") && !rest.starts_with("<![CDATA["))) {
    token.kind = rest.empty() ? MarkupKind::End : MarkupKind::Doctype;
    return false;
  }
  if (is_at_tag()) {
    take_tag(token);
  } else {
    read_text(token);
  }
  return true;
}

bool MarkupReader::is_at_tag() {
  if (looked_at_ != at_) has_tag_ = read_tag(text_.substr(at_), tag_);
  looked_at_ = at_;
  return has_tag_;
}

bool MarkupReader::skip_past(std::string_view opening, std::string_view closing) {
  if (at_ + 1 >= text_.size() || text_[at_ + 1] != opening[1] || !text_.substr(at_).starts_with(opening)) return false;
  const std::size_t end = text_.find(closing, at_ + opening.size());
  at_ = end == std::string_view::npos ? text_.size() : end + closing.size();
  return true;
}

void MarkupReader::take_tag(MarkupToken& token) {
  token.kind = tag_.kind;
  token.name = tag_.name;
  token.attributes = tag_.attributes;
  if (tag_.closes_itself) closes_next_ = tag_.name;
  at_ += tag_.length;
}

void MarkupReader::read_text(MarkupToken& token) {
  token.kind = MarkupKind::Text;
  while (at_ < text_.size()) {
    const std::string_view rest = text_.substr(at_);
    if (rest[0] == '<' && rest.size() > 1) {
      if (read_cdata(token.text)) continue;
      if (rest[1] == '!' || rest[1] == '?' || is_at_tag()) break;
    }
    const std::size_t entity = rest[0] == '&' ? append_entity(token.text, rest) : 0;
    const std::size_t plain = entity == 0 ? plain_length(rest) : 0;
    token.text += rest.substr(0, std::min(plain, most_text_bytes));
    at_ += entity + plain;
    if (token.text.size() > most_text_bytes) token.text.resize(most_text_bytes);
  }
}

bool MarkupReader::read_cdata(std::string& text) {
  constexpr std::string_view opening = "<![CDATA[";
  constexpr std::string_view closing = "]]>";
  if (text_[at_ + 1] != '!' || !text_.substr(at_).starts_with(opening)) return false;
  const std::size_t start = at_ + opening.size();
  const std::size_t end = std::min(text_.find(closing, start), text_.size());
  text += text_.substr(start, std::min(end - start, most_text_bytes));
  at_ = std::min(end + closing.size(), text_.size());
  return true;
}

std::uint32_t MarkupReader::line_at(std::size_t at) {
  line_ += static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_to_),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  counted_to_ = at;
  return line_;
}

std::string_view attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != std::string_view::npos; at = attributes.find(name, at + 1)) {
    const std::string_view rest = attributes.substr(at + name.size());
    const bool is_whole = at == 0 || blanks.find(attributes[at - 1]) != std::string_view::npos;
    if (!is_whole || rest.size() < 2 || rest[0] != '=' || (rest[1] != '"' && rest[1] != '\'')) continue;
    const std::size_t end = rest.find(rest[1], 2);
    if (end != std::string_view::npos) return rest.substr(2, end - 2);
  }
  return {};
}

}  // namespace alongside::direct_payments
