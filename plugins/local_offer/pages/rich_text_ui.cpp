#include "plugins/local_offer/pages/rich_text_ui.hpp"

#include "app/ui/ui.hpp"

namespace alongside::local_offer {
namespace {

bool is_all_of(const Line& line, SpanKind kind) {
  for (const Span& span : line.spans) {
    if (span.kind != kind) return false;
  }
  return !line.spans.empty();
}

// The words as one paragraph, then its links, each on a line of its own: big enough for a thumb.
void line_ui(ui::Ui& ui, const Line& line, std::uint64_t index) {
  if (!is_all_of(line, SpanKind::Link)) {
    ui.text(plain_text(line), is_all_of(line, SpanKind::Strong) ? ui::TextLook::Strong : ui::TextLook::Body);
  }
  for (std::size_t i = 0; i < line.spans.size(); ++i) {
    const Span& span = line.spans[i];
    if (span.kind == SpanKind::Link)
      ui.link(ui::Key("link", index * 256 + i), span.text, span.href, ui::LinkLook::Standalone);
  }
}

void list_ui(ui::Ui& ui, const Block& block, std::uint64_t index) {
  const auto list = ui.list(ui::Key("list", index), {}, ui::ListLook::Bullets);
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const auto item = ui.list_item(ui::Key("item", i));
    line_ui(ui, block.lines[i], i);
  }
}

}  // namespace

void rich_text_ui(ui::Ui& ui, ui::Key key, const RichText& rich, int heading_level) {
  const auto english = ui.language_of(ui::Language::English);
  const auto box = ui.card(key, ui::CardLook::Plain);
  for (std::size_t i = 0; i < rich.blocks.size(); ++i) {
    const Block& block = rich.blocks[i];
    if (block.lines.empty()) continue;
    switch (block.kind) {
      case BlockKind::Paragraph: line_ui(ui, block.lines.front(), i); break;
      case BlockKind::Heading: ui.heading(heading_level, plain_text(block.lines.front())); break;
      case BlockKind::BulletList:
      case BlockKind::NumberedList: list_ui(ui, block, i); break;
    }
  }
}

}  // namespace alongside::local_offer
