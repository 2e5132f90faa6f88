#include "plugins/local_offer/model/rich_text.hpp"

#include <string_view>

namespace alongside::local_offer {
namespace {

bool begins_with_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c = text[i];
    const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    if (folded != lower[i]) return false;
  }
  return true;
}

}  // namespace

std::string plain_text(const Line& line) {
  std::string text;
  for (const Span& span : line.spans) text += span.text;
  return text;
}

std::string plain_text(const RichText& rich) {
  std::string text;
  for (const Block& block : rich.blocks) {
    for (const Line& line : block.lines) {
      if (!text.empty()) text += '\n';
      text += plain_text(line);
    }
  }
  return text;
}

bool is_safe_href(std::string_view href) {
  // Control characters and spaces are refused outright: browsers skip some of them inside a scheme.
  for (const char c : href) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f) return false;
  }
  for (const std::string_view scheme : {"http://", "https://", "mailto:", "tel:"}) {
    if (begins_with_ignoring_case(href, scheme) && href.size() > scheme.size()) return true;
  }
  return false;
}

}  // namespace alongside::local_offer
