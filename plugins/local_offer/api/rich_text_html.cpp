#include "plugins/local_offer/api/rich_text_html.hpp"

#include "app/server/html_writer.hpp"

namespace alongside::local_offer {
namespace {

void write_spans(server::HtmlWriter& html, const Line& line) {
  for (const Span& span : line.spans) {
    switch (span.kind) {
      case SpanKind::Plain: html.text(span.text); break;
      case SpanKind::Strong: html.element("strong", span.text); break;
      case SpanKind::Emphasis: html.element("em", span.text); break;
      case SpanKind::Link: html.link(span.href, span.text); break;
    }
  }
}

void write_block(server::HtmlWriter& html, const Block& block) {
  const bool is_list = block.kind == BlockKind::BulletList || block.kind == BlockKind::NumberedList;
  if (block.kind == BlockKind::BulletList) html.open("ul");
  if (block.kind == BlockKind::NumberedList) html.open("ol");
  for (const Line& line : block.lines) {
    if (is_list)
      html.open("li");
    else if (block.kind == BlockKind::Heading)
      html.open("h3");
    else
      html.open("p");
    write_spans(html, line);
    html.close();
  }
  if (is_list) html.close();
}

}  // namespace

void write_rich_text(server::HtmlWriter& html, const RichText& rich) {
  if (rich.empty()) return;
  html.open("div", {{"lang", "en"}});
  write_rich_blocks(html, rich);
  html.close();
}

void write_rich_blocks(server::HtmlWriter& html, const RichText& rich) {
  for (const Block& block : rich.blocks) write_block(html, block);
}

}  // namespace alongside::local_offer
