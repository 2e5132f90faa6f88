#include "plugins/direct_payments/model/statement/statement_text.hpp"

#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "plugins/direct_payments/model/statement/statement_row.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace alongside::direct_payments {
namespace {

constexpr std::uint32_t not_a_letter = 0xFFFD;

enum class ByteOrder : std::uint8_t { Little, Big };

class Utf16 {
 public:
  Utf16(std::string_view bytes, ByteOrder order) : bytes_(bytes), order_(order) {}

  std::string decode() {
    std::string out;
    out.reserve(bytes_.size());
    while (at_ + 1 < bytes_.size()) append_letter(out, next());
    return out;
  }

 private:
  std::uint32_t unit_at(std::size_t at) const {
    const auto first = static_cast<std::uint8_t>(bytes_[at]);
    const auto second = static_cast<std::uint8_t>(bytes_[at + 1]);
    return order_ == ByteOrder::Little ? first | second << 8 : first << 8 | second;
  }

  std::uint32_t next() {
    const std::uint32_t unit = unit_at(at_);
    at_ += 2;
    if (unit < 0xD800 || unit > 0xDFFF) return unit;
    if (unit > 0xDBFF || at_ + 1 >= bytes_.size()) return not_a_letter;
    const std::uint32_t second = unit_at(at_);
    if (second < 0xDC00 || second > 0xDFFF) return not_a_letter;
    at_ += 2;
    return 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00);
  }

  std::string_view bytes_;
  ByteOrder order_;
  std::size_t at_ = 0;
};

std::string decode_windows_1252(std::string_view bytes) {
  constexpr std::array<std::uint16_t, 32> upper = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                   0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  std::string out;
  out.reserve(bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    append_letter(out, byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80u] : byte);
  }
  return out;
}

// UTF-16 without a mark: every second byte of its first letters is nothing.
bool looks_like_utf16(std::string_view bytes, ByteOrder order) {
  const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 256) / 2;
  if (looked_at < 4) return false;
  std::size_t upper_nuls = 0;
  std::size_t lower_nuls = 0;
  for (std::size_t i = 0; i < looked_at; ++i) {
    const std::size_t upper = 2 * i + (order == ByteOrder::Little ? 1 : 0);
    if (bytes[upper] == '\0') ++upper_nuls;
    if (bytes[upper ^ 1] == '\0') ++lower_nuls;
  }
  return lower_nuls == 0 && upper_nuls * 4 >= looked_at * 3;
}

// How many bytes from the start are of ASCII, in steps of eight.
std::size_t ascii_start(std::string_view bytes) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= bytes.size(); at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  return at;
}

// A file of UTF-8 with a few broken letters is still UTF-8; one of Windows-1252 has hardly a whole sequence.
bool is_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = ascii_start(bytes); at < bytes.size();) {
    if ((static_cast<std::uint8_t>(bytes[at]) & 0x80) == 0) {
      at += std::max<std::size_t>(1, ascii_start(bytes.substr(at)));
      continue;
    }
    const std::size_t length = sequence_length(bytes.substr(at));
    ++(length == 0 ? bad : good);
    at += length == 0 ? 1 : length;
  }
  return good >= bad;
}

std::string with_new_lines(std::string text) {
  std::size_t out = std::min(text.find('\r'), text.size());
  for (std::size_t at = out; at < text.size(); ++at) {
    if (text[at] == '\r') {
      if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
      text[out++] = '\n';
    } else {
      text[out++] = text[at];
    }
  }
  text.resize(out);
  return text;
}

void drop_marks(std::string& text) {
  constexpr std::string_view mark = "\uFEFF";  // at the start, and where files were put together
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
    std::size_t end = at;
    while (std::string_view(text).substr(end).starts_with(mark)) end += mark.size();
    text.erase(at, end - at);
  }
}

std::string decode(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Utf16(bytes.substr(2), ByteOrder::Little).decode();
  if (bytes.starts_with("\xFE\xFF")) return Utf16(bytes.substr(2), ByteOrder::Big).decode();
  if (looks_like_utf16(bytes, ByteOrder::Little)) return Utf16(bytes, ByteOrder::Little).decode();
  if (looks_like_utf16(bytes, ByteOrder::Big)) return Utf16(bytes, ByteOrder::Big).decode();
  return is_utf8(bytes) ? std::string(bytes) : decode_windows_1252(bytes);
}

std::string_view first_letters(std::string_view text, std::size_t letters) {
  if (text.size() <= letters) return text;
  std::size_t at = 0;
  for (; letters > 0 && at < text.size(); --letters) at += std::max<std::size_t>(1, sequence_length(text.substr(at)));
  return text.substr(0, at);
}

}  // namespace

void append_letter(std::string& out, std::uint32_t point) {
  const auto low = [point](int shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += low(0);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    out += low(6);
    out += low(0);
  } else {
    out += static_cast<char>(0xF0 | point >> 18);
    out += low(12);
    out += low(6);
    out += low(0);
  }
}

std::string decode_statement_text(std::string_view bytes) {
  std::string text = with_new_lines(decode(bytes));
  drop_marks(text);
  return text;
}

std::string tidy_text(std::string_view text) {
  if (text.empty()) return {};
  const std::string clean = clean_text(text);
  std::string out(clean.size(), ' ');
  std::size_t size = 0;
  for (const char c : trim(clean)) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (!is_space) out[size++] = c;
    if (is_space && out[size - 1] != ' ') ++size;
  }
  std::string_view kept = std::string_view(out).substr(0, size);
  if (kept.starts_with('\'')) kept = trim(kept.substr(1));
  return std::string(trim(first_letters(kept, StatementRow::most_letters)));
}

std::string account_ending(std::string_view number) {
  std::string letters;
  for (const char c : number) {
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) letters += c;
  }
  return letters.size() <= 4 ? letters : letters.substr(letters.size() - 4);
}

bool has_control_characters(std::string_view text) {
  if (is_text(text)) return text.find('\x7F') != std::string_view::npos;  // as nearly all of it is
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<std::uint8_t>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
  });
}

}  // namespace alongside::direct_payments
