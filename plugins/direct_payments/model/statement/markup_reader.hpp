// MarkupReader: the tags and texts of an XML or SGML file one after another, in bounded memory and without
// recursion. As much of XML as banks' files have, and none of what only attackers use: a document type
// is refused, and no entities exist but XML's own five. It does not mind tags that are never closed,
// since OFX 1 closes few of them. Used by the readers of OFX and CAMT.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::direct_payments {

enum class MarkupKind : std::uint8_t { Open, Close, Text, End, Doctype };

struct MarkupToken {
  MarkupKind kind = MarkupKind::End;
  std::uint32_t line = 0;
  std::string_view name;        // of a tag, without the prefix of a namespace
  std::string_view attributes;  // of an opening one, as they stand
  std::string text;             // with entities replaced
};

struct MarkupTag {
  MarkupKind kind = MarkupKind::Open;
  std::string_view name;
  std::string_view attributes;
  bool closes_itself = false;
  std::size_t length = 0;  // in bytes, with its brackets
};

class MarkupReader {
 public:
  static constexpr std::size_t most_text_bytes = 4096;  // of one text; what is longer is cut
  static constexpr std::size_t most_tag_bytes = 1024;

  explicit MarkupReader(std::string_view text) : text_(text) {}

  // False after the last, which is End or Doctype.
  bool next(MarkupToken& token);

 private:
  bool is_at_tag();
  bool skip_past(std::string_view opening, std::string_view closing);
  void take_tag(MarkupToken& token);
  void read_text(MarkupToken& token);
  bool read_cdata(std::string& text);
  std::uint32_t line_at(std::size_t at);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t looked_at_ = std::string_view::npos;  // where tag_ was looked for
  bool has_tag_ = false;
  MarkupTag tag_;
  std::string_view closes_next_;  // the name of <name/>, which opens and closes
  std::size_t counted_to_ = 0;
  std::uint32_t line_ = 1;
};

// The value of an attribute, or empty.
std::string_view attribute(std::string_view attributes, std::string_view name);

}  // namespace alongside::direct_payments
