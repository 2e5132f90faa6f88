#include "app/wire/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace alongside::wire {

JsonWriter::JsonWriter(std::string& out) : OutputArchive(this), out_(out) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::comma() {
  if (after_value_) out_ += ',';
}

void JsonWriter::literal(std::string_view value) {
  comma();
  out_ += value;
  after_value_ = true;
}

void JsonWriter::signed_number(std::int64_t value) { literal(std::to_string(value)); }
void JsonWriter::unsigned_number(std::uint64_t value) { literal(std::to_string(value)); }

void JsonWriter::fraction(double value) {
  if (!std::isfinite(value)) return null();  // JSON has no word for it
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  literal({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void JsonWriter::text(std::string_view value) {
  comma();
  quoted(value);
  after_value_ = true;
}

void JsonWriter::open(char bracket) {
  comma();
  out_ += bracket;
  after_value_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  after_value_ = true;
}

void JsonWriter::key(std::string_view name) {
  comma();
  quoted(name);
  out_ += ':';
  after_value_ = false;
}

// '<' is escaped too, so that JSON shown inside a page cannot end a script.
void JsonWriter::quoted(std::string_view value) {
  constexpr std::string_view hex = "0123456789abcdef";
  out_ += '"';
  for (const char character : value) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\') {
      out_ += '\\';
      out_ += character;
    } else if (character == '\n') {
      out_ += "\\n";
    } else if (character == '\t') {
      out_ += "\\t";
    } else if (byte < 0x20 || byte == 0x7F || character == '<') {
      out_ += "\\u00";
      out_ += hex[byte >> 4];
      out_ += hex[byte & 15];
    } else {
      out_ += character;
    }
  }
  out_ += '"';
}

}  // namespace alongside::wire
