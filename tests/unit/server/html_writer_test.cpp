#include "app/server/html_writer.hpp"

#include <doctest/doctest.h>

using namespace alongside::server;

TEST_CASE("V1.1.2: text and values are escaped, and elements are closed") {
  HtmlWriter html;
  html.open("ul", {{"class", "a\"b'c<d>&"}}).element("li", "<script>").open("li").text("1 & 2");
  CHECK(html.take().text() ==
        "<ul class=\"a&quot;b&#39;c&lt;d&gt;&amp;\"><li>&lt;script&gt;</li><li>1 &amp; 2</li></ul>");
  CHECK(html.take().text() == "");
}

TEST_CASE("V1.2.2: a link keeps its address only when nothing can run from it") {
  for (const char* good : {"/find?q=a&b", "#main", "?a=b", "https://a.example/", "http://a.example", "tel:01632960123",
                           "sms:999", "mailto:a@b.example"}) {
    CAPTURE(good);
    CHECK(is_safe_address(good));
  }
  for (const char* bad : {"javascript:alert(1)", "JavaScript:x", " javascript:x", "java\tscript:x", "data:text/html,x",
                          "//evil.example", "/\\evil.example", "vbscript:x", "", "find", "\x01https://a"}) {
    CAPTURE(bad);
    CHECK(!is_safe_address(bad));
    HtmlWriter html;
    CHECK(html.link(bad, "x").take().text() == "<a>x</a>");
  }
}

TEST_CASE("an image or a form with a dangerous address loses it") {
  HtmlWriter html;
  html.empty("img", {{"src", "data:image/svg+xml,x"}, {"alt", "a"}}).open("form", {{"action", "javascript:x"}});
  CHECK(html.take().text() == "<img alt=\"a\"><form></form>");
}

TEST_CASE("closing what is not open writes nothing") {
  HtmlWriter html;
  CHECK(html.close().text("a").close().take().text() == "a");
}
