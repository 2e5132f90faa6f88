#include "plugins/local_offer/api/text_builder.hpp"

#include <utility>

namespace alongside::local_offer {
namespace {

// A no-break space is a space here too: editors put them everywhere.
std::size_t space_bytes(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  const char c = text.front();
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' ? 1 : 0;
}

}  // namespace

void TextBuilder::add(std::string_view words, SpanKind kind, std::string_view href) {
  const auto span = [&]() -> std::string& {
    std::vector<Span>& spans = line_.spans;
    if (spans.empty() || spans.back().kind != kind || spans.back().href != href)
      spans.push_back({kind, {}, std::string(href)});
    return spans.back().text;
  };
  while (!words.empty()) {
    if (const std::size_t space = space_bytes(words); space > 0) {
      wants_space_ = true;
      words.remove_prefix(space);
      continue;
    }
    if (wants_space_ && !line_.spans.empty()) {
      // The space between two kinds of words stands with the plain ones, so that no link has it.
      const bool is_after_marked = line_.spans.back().kind != SpanKind::Plain;
      std::string& holder = is_after_marked && kind == SpanKind::Plain ? span() : line_.spans.back().text;
      holder += ' ';
    }
    wants_space_ = false;
    span() += words.front();
    words.remove_prefix(1);
  }
}

void TextBuilder::end_line() {
  wants_space_ = false;
  if (line_.spans.empty()) return;
  if (in_list()) {
    if (!is_list_open_) rich_.blocks.push_back({list_kind_, {}});
    is_list_open_ = true;
    rich_.blocks.back().lines.push_back(std::move(line_));
  } else {
    Block block{in_heading_ ? BlockKind::Heading : BlockKind::Paragraph, {}};
    block.lines.push_back(std::move(line_));
    rich_.blocks.push_back(std::move(block));
  }
  line_ = {};
}

void TextBuilder::begin_heading() {
  end_line();
  in_heading_ = true;
}

void TextBuilder::end_heading() {
  end_line();
  in_heading_ = false;
}

void TextBuilder::begin_list(BlockKind kind) {
  end_line();
  if (list_depth_++ > 0) return;
  is_list_open_ = false;
  list_kind_ = kind;
}

void TextBuilder::end_list() {
  end_line();
  if (list_depth_ > 0 && --list_depth_ == 0) is_list_open_ = false;
}

RichText TextBuilder::take() {
  end_line();
  return std::exchange(rich_, {});
}

}  // namespace alongside::local_offer
