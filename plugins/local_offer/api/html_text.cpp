#include "plugins/local_offer/api/html_text.hpp"

#include "app/base/letters.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/html_writer.hpp"
#include "plugins/local_offer/api/text_builder.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>

namespace alongside::local_offer {
namespace {

struct Style {
  SpanKind kind = SpanKind::Plain;
  std::string href;
};

enum class ElementKind { Inline, Block, Heading, BulletList, NumberedList, Break, Dropped };

ElementKind kind_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_NOEMBED: return ElementKind::Dropped;
    case GUMBO_TAG_BR:
    case GUMBO_TAG_HR: return ElementKind::Break;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6: return ElementKind::Heading;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_MENU: return ElementKind::BulletList;
    case GUMBO_TAG_OL: return ElementKind::NumberedList;
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML: return ElementKind::Block;
    default: return ElementKind::Inline;
  }
}

// Its scheme in small letters, as it is written. Empty: it leads nowhere that may be followed, or could run something.
std::string link_address(std::string_view href) {
  std::string address(trim(href));
  for (char& letter : address) {
    if (letter == ':') break;
    letter = small_letter(letter);
  }
  const bool is_safe = is_text(address) && is_safe_href(address) && server::is_safe_address(address);
  return is_safe ? address : std::string();
}

Style style_of(const GumboElement& element, const Style& outer) {
  if (outer.kind == SpanKind::Link) return outer;
  switch (element.tag) {
    case GUMBO_TAG_A: {
      const GumboAttribute* href = gumbo_get_attribute(&element.attributes, "href");
      const std::string address = href == nullptr ? std::string() : link_address(href->value);
      return address.empty() ? outer : Style{SpanKind::Link, address};
    }
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_B: return {SpanKind::Strong, {}};
    case GUMBO_TAG_EM:
    case GUMBO_TAG_I: return outer.kind == SpanKind::Strong ? outer : Style{SpanKind::Emphasis, {}};
    default: return outer;
  }
}

class Walker {
 public:
  bool too_deep() const { return too_deep_; }
  RichText take() { return builder_.take(); }

  void visit(const GumboNode& node, const Style& style, int depth) {
    if (depth > deepest_element) {
      too_deep_ = true;
      return;
    }
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE) {
      builder_.add(clean_text(node.v.text.text), style.kind, style.href);  // "&#6" is a character too
    } else if (node.type == GUMBO_NODE_ELEMENT) {
      visit_element(node.v.element, style, depth);
    }
  }

 private:
  void visit_element(const GumboElement& element, const Style& style, int depth) {
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return;
    switch (kind_of(element.tag)) {
      case ElementKind::Dropped: return;
      case ElementKind::Break: break_line(); return;
      case ElementKind::Inline: inside(element, style_of(element, style), depth); return;
      case ElementKind::Block:
        builder_.end_line();
        inside(element, style, depth);
        builder_.end_line();
        return;
      case ElementKind::Heading:
        builder_.begin_heading();
        inside(element, {}, depth);
        builder_.end_heading();
        return;
      case ElementKind::BulletList: list(element, BlockKind::BulletList, depth); return;
      case ElementKind::NumberedList: list(element, BlockKind::NumberedList, depth); return;
    }
  }

  void list(const GumboElement& element, BlockKind kind, int depth) {
    builder_.begin_list(kind);
    inside(element, {}, depth);
    builder_.end_list();
  }

  void inside(const GumboElement& element, const Style& style, int depth) {
    for (unsigned i = 0; i < element.children.length; ++i) {
      visit(*static_cast<const GumboNode*>(element.children.data[i]), style, depth + 1);
      // Table cells stand beside each other, and words must not run together.
      if (element.tag == GUMBO_TAG_TR) builder_.add(" ", SpanKind::Plain);
    }
  }

  void break_line() {
    if (builder_.in_list())
      builder_.add(" ", SpanKind::Plain);
    else
      builder_.end_line();
  }

  TextBuilder builder_;
  bool too_deep_ = false;
};

Error too_tangled() { return {ErrorCode::InvalidInput, "its HTML is nested too deeply to be read"}; }

Result<RichText> from_html(const std::string& html) {
  // The parser's own tree is freed by recursion, so how deep it can get is bounded before it runs.
  constexpr std::ptrdiff_t most_tags = 8000;
  if (std::count(html.begin(), html.end(), '<') > most_tags) return too_tangled();
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
  if (!output || output->root == nullptr) return too_tangled();
  Walker walker;
  walker.visit(*output->root, {}, 0);
  if (walker.too_deep()) return too_tangled();
  return walker.take();
}

RichText from_plain(const std::string& text) {
  TextBuilder builder;
  bool is_list = false;
  for (std::string_view line : split(text, '\n')) {
    line = trim(line);
    const bool is_item = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\xE2\x80\xA2 ");
    if (is_item && !is_list) builder.begin_list(BlockKind::BulletList);
    if (!is_item && is_list) builder.end_list();
    is_list = is_item;
    builder.add(is_item ? line.substr(line.find(' ') + 1) : line, SpanKind::Plain);
    builder.end_line();
  }
  return builder.take();
}

}  // namespace

bool looks_like_html(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const char next = text[i + 1];
    if (text[i] == '<' && (is_letter(next) || next == '/' || next == '!')) return true;
    if (text[i] == '&' && (is_letter(next) || next == '#') && text.substr(i, 12).find(';') != std::string_view::npos)
      return true;
  }
  return false;
}

Result<RichText> rich_text_of(std::string_view text) {
  if (text.size() > most_text_bytes) return Error{ErrorCode::TooLarge, "its text is longer than 64 KB"};
  const std::string clean = clean_text(text);
  if (looks_like_html(clean)) return from_html(clean);
  return from_plain(clean);
}

Result<std::string> one_line_of(std::string_view text) {
  const RichText rich = ALONGSIDE_TRY(rich_text_of(text));
  std::string line = plain_text(rich);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace alongside::local_offer
