#include "app/ui/text_layout.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace alongside::ui {
namespace {

// Most letters are one byte, and for those the reader of longer ones need not be called.
const char* read_letter(const char* at, const char* end, unsigned int& letter) {
  letter = static_cast<unsigned char>(*at);
  return letter < 0x80 ? at + 1 : at + std::max(1, ImTextCharFromUtf8(&letter, at, end));
}

// As it is known already for nearly all letters; only the first of a kind has to be looked up.
float advance_of(ImFontBaked& baked, unsigned int letter) {
  const bool is_there = letter < static_cast<unsigned int>(baked.IndexAdvanceX.Size);
  const float known = is_there ? baked.IndexAdvanceX.Data[letter] : -1;
  return known >= 0 ? known : baked.GetCharAdvance(static_cast<ImWchar>(letter));
}

struct Breaker {
  ImFontBaked* baked;
  const TextStyle& style;
  float max_width;
  TextBlock* block;

  void line(const char* from, const char* to, float width) const {
    block->lines.push_back({std::string_view(from, static_cast<std::size_t>(to - from)), width});
  }

  float width_of(std::string_view text) const {
    float width = 0;
    for (const char *at = text.data(), *end = at + text.size(); at < end;) {
      unsigned int letter = 0;
      at = read_letter(at, end, letter);
      width += advance_of(*baked, letter) + style.letter_spacing + (letter == ' ' ? style.word_spacing : 0);
    }
    return width;
  }

  // A short word alone on the last line gets company from the line above, as `text-wrap: pretty` does on the page.
  void keep_last_word_company(std::size_t first) const {
    if (block->lines.size() < first + 2) return;
    TextLine& last = block->lines.back();
    TextLine& above = block->lines[block->lines.size() - 2];
    const std::size_t blank = above.text.rfind(' ');
    const bool is_alone = last.text.find(' ') == std::string_view::npos && last.width < max_width / 3;
    if (!is_alone || blank == std::string_view::npos || above.text.find(' ') == blank) return;
    const char* const from = above.text.data() + blank + 1;
    const std::string_view together(from, static_cast<std::size_t>(last.text.data() + last.text.size() - from));
    const float width = width_of(together);
    if (width > max_width) return;
    above.width -= width_of(above.text.substr(blank));
    above.text = above.text.substr(0, blank);
    last = {together, width};
  }

  // Cuts one paragraph (no line feeds inside) into lines.
  void paragraph(const char* at, const char* end) const {
    const std::size_t first = block->lines.size();
    const char* start = at;
    const char* break_end = nullptr;   // the line would end here …
    const char* break_next = nullptr;  // … and the next begin here
    float width = 0, break_width = 0, width_at_next = 0;
    while (at < end) {
      unsigned int letter = 0;
      const char* next = read_letter(at, end, letter);
      const bool blank = letter == ' ';
      const float advance = advance_of(*baked, letter) + style.letter_spacing + (blank ? style.word_spacing : 0);
      if (blank && at > start) {
        break_end = at, break_width = width;
        break_next = next, width_at_next = width + advance;
      }
      if (!blank && width + advance > max_width && at > start) {
        if (break_next == nullptr) {
          break_end = break_next = at;
          break_width = width_at_next = width;
        }
        line(start, break_end, break_width);
        start = break_next;
        width -= width_at_next;
        break_next = nullptr;
      }
      width += advance;
      at = next;
      if (letter == '-' && at < end) {
        break_end = break_next = at;
        break_width = width_at_next = width;
      }
    }
    line(start, end, width);
    keep_last_word_company(first);
  }
};

}  // namespace

float line_height(const TextStyle& style) { return std::ceil(style.size * style.leading); }

TextBlock wrap_text(const Fonts& fonts, const TextStyle& style, std::string_view text, float max_width) {
  TextBlock block;
  block.line_height = line_height(style);
  const Breaker breaker{fonts.font(style.face)->GetFontBaked(fonts.imgui_size(style.face, style.size)), style,
                        std::max(max_width, 1.0f), &block};
  const char* at = text.data();
  const char* const end = at + text.size();
  while (true) {
    const char* stop = std::find(at, end, '\n');
    breaker.paragraph(at, stop);
    if (stop == end) break;
    at = stop + 1;
  }
  for (const TextLine& line : block.lines) block.width = std::max(block.width, std::ceil(line.width));
  block.height = block.line_height * static_cast<float>(block.lines.size());
  return block;
}

}  // namespace alongside::ui
