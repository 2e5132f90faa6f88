#include "plugins/local_offer/api/html_text.hpp"

#include "app/base/utf8.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace alongside;
using namespace alongside::local_offer;

namespace {

RichText read(std::string_view html) {
  auto rich = rich_text_of(html);
  REQUIRE(rich.ok());
  return rich.value();
}

bool says_only_safe_things(const RichText& rich) {
  for (const Block& block : rich.blocks) {
    for (const Line& line : block.lines) {
      if (!is_text(plain_text(line))) return false;
      for (const Span& span : line.spans) {
        if (span.kind == SpanKind::Link ? !is_safe_href(span.href) : !span.href.empty()) return false;
      }
    }
  }
  return true;
}

}  // namespace

TEST_CASE("a control character is none of the words, however it is written") {
  for (const std::string_view html : {"<b>&#6;quiet&#x1b;</b>", "<b>&#6quiet&#27</b>", "<b>\x06quiet\x1B</b>"}) {
    CHECK(plain_text(read(html)) == "quiet");
    CHECK(one_line_of(html).value() == "quiet");
  }
}

TEST_CASE("paragraphs, lists, headings, emphasis and links become blocks and spans") {
  const RichText rich = read(
      "<h2>Times</h2><p>We <strong>open</strong>&nbsp;at\n  ten. <a href='https://a.example/x'>See more</a></p>"
      "<ol><li>One</li><li><em>Two</em></li></ol>");
  REQUIRE(rich.blocks.size() == 3);
  CHECK(rich.blocks[0].kind == BlockKind::Heading);
  CHECK(plain_text(rich.blocks[1].lines[0]) == "We open at ten. See more");
  CHECK(rich.blocks[1].lines[0].spans[1] == Span{SpanKind::Strong, "open", ""});
  CHECK(rich.blocks[1].lines[0].spans.back() == Span{SpanKind::Link, "See more", "https://a.example/x"});
  CHECK(rich.blocks[2].kind == BlockKind::NumberedList);
  CHECK(rich.blocks[2].lines.size() == 2);
}

TEST_CASE("V1.3.1: scripts, styles, frames and handlers leave nothing behind") {
  for (const char* html :
       {"<script>alert(1)</script>", "<style>p{color:red}</style>", "<iframe src='https://x.example'>in</iframe>",
        "<svg><script>alert(1)</script><a href='javascript:x'>x</a></svg>", "<p></p><noscript>no</noscript>",
        "<textarea>words</textarea>", "<template><p>later</p></template>", "<math><mtext>x</mtext></math>"}) {
    CAPTURE(std::string(html));
    CHECK(read(html).empty());
  }
  CHECK(plain_text(read("<p onclick='alert(1)'>Hello <img src=x onerror=alert(1)>you</p>")) == "Hello you");
  CHECK(plain_text(read("before<!-- <b>hidden</b> -->after<b></b>")) == "beforeafter");
}

TEST_CASE("a link that could run something becomes plain words") {
  for (const char* href :
       {"javascript:alert(1)", " java\nscript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x",
        "file:///etc/passwd", "//evil.example", "&#106;avascript:alert(1)", "https://a b", "", "blob:x"}) {
    CAPTURE(href);
    const RichText rich = read("<p><a href=\"" + std::string(href) + "\">here</a></p>");
    REQUIRE(rich.blocks.size() == 1);
    CHECK(rich.blocks[0].lines[0].spans[0].kind == SpanKind::Plain);
  }
  for (const char* href : {"https://a.example", "http://a.example/x?y=z", "mailto:a@b.example", "tel:+441632960123"}) {
    CHECK(read("<a href='" + std::string(href) + "'>x</a>").blocks[0].lines[0].spans[0].kind == SpanKind::Link);
  }
}

TEST_CASE("plain text keeps its paragraphs and its bullets") {
  const RichText rich = read("First.\n\nBring:\n- a towel\n- a drink\nLast, 5 < 8 & fine.");
  REQUIRE(rich.blocks.size() == 4);
  CHECK(rich.blocks[2].kind == BlockKind::BulletList);
  CHECK(rich.blocks[2].lines.size() == 2);
  CHECK(plain_text(rich.blocks[3].lines[0]) == "Last, 5 < 8 & fine.");
}

TEST_CASE("broken HTML still gives its words, in order") {
  CHECK(plain_text(read("<p>One<p>Two</div></b><li>Three</p>")) == "One\nTwo\nThree");
  CHECK(plain_text(read("<b>Bold <i>both</b> after</i>")) == "Bold both after");
  CHECK(plain_text(read("<table><tr><td>Mon</td><td>10am</td></tr></table>")) == "Mon 10am");
  CHECK(plain_text(read("a<br>b")) == "a\nb");
  CHECK(plain_text(read("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")) == "<script>alert(1)</script>");
}

TEST_CASE("text too long or nested too deeply is refused with a reason") {
  CHECK_FALSE(rich_text_of(std::string(most_text_bytes + 1, 'a')).ok());
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += "<div>";
  const auto refused = rich_text_of(deep + "x");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().detail.find("nested") != std::string::npos);
  std::string tags;
  for (int i = 0; i < 15000; ++i) tags += "<b>";
  CHECK_FALSE(rich_text_of(tags).ok());
}

TEST_CASE("bad bytes are made good before they are kept") {
  CHECK(says_only_safe_things(read("<p>Caf\xe9 \x01 \xed\xa0\x80 ok</p>")));
  CHECK(says_only_safe_things(read("plain \xff text\r\nnext")));
}

TEST_CASE("V1.3.5: nothing that looks like HTML gives anything unsafe") {
  std::mt19937 random(2026);
  const char* pieces[] = {
      "<",    ">",    "/",        "a",    " href=",   "'",         "\"",      "javascript:", "https://x.example",
      "<p>",  "</p>", "<ul>",     "<li>", "<script>", "</script>", "&#x",     "6a;",         "&amp;",
      "<!--", "-->",  "\xC3\xA9", "\xff", "<svg>",    "<b>",       "<table>", "<td>",        "\n",
      "x"};
  for (int round = 0; round < 400; ++round) {
    std::string html;
    for (unsigned i = random() % 60; i > 0; --i) html += pieces[random() % std::size(pieces)];
    const auto rich = rich_text_of(html);
    if (rich.ok()) CHECK_MESSAGE(says_only_safe_things(rich.value()), html);
  }
}

TEST_CASE("a name is one line without marks") {
  CHECK(one_line_of("<b>Otter</b>\n Swim &amp; Splash").value() == "Otter Swim & Splash");
  CHECK(one_line_of("Plain  name").value() == "Plain name");
}
