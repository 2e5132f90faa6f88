#include "app/server/response_head.hpp"
#include "app/server/page_shell.hpp"
#include "app/server/static_files.hpp"

#include <doctest/doctest.h>

using namespace alongside::server;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

ReplyContext context() {
  ReplyContext context;
  context.request_id = "0123";
  context.now_ms = 1'795'366'800'123;  // 2026-11-22 17:00:00.123
  return context;
}

}  // namespace

TEST_CASE("a head has its status, date, length and caching") {
  const std::string head = response_head(text_response(200, "hello"), context());
  CHECK(head.rfind("HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 17:00:00 GMT\r\n", 0) == 0);
  CHECK(has(head, "\r\nContent-Length: 5\r\n"));
  CHECK(has(head, "\r\nCache-Control: no-store\r\n"));
  CHECK(has(head, "\r\nX-Request-Id: 0123\r\n"));
  CHECK(head.substr(head.size() - 4) == "\r\n\r\n");
}

TEST_CASE("a cookie and an attachment are said in the head, and nothing of them when there are none") {
  Response response = text_response(200, "hello");
  CHECK(!has(response_head(response, context()), "Set-Cookie"));
  CHECK(!has(response_head(response, context()), "Content-Disposition"));
  response.set_cookie = "a=b; Secure";
  response.disposition = "attachment";
  CHECK(has(response_head(response, context()), "\r\nSet-Cookie: a=b; Secure\r\n"));
  CHECK(has(response_head(response, context()), "\r\nContent-Disposition: attachment\r\n"));
}

TEST_CASE("V3.2.1: a file that a family sent is dead on the page, whatever a browser does with it") {
  Response response = text_response(200, "hello");
  response.disposition = "attachment";
  const std::string head = response_head(response, context());
  CHECK(has(head,
            "\r\nContent-Security-Policy: default-src 'none'; sandbox; object-src 'none'; base-uri 'none'; form-action "
            "'none'; "
            "frame-ancestors 'none'\r\n"));
  CHECK(has(head, "\r\nCache-Control: private, no-store\r\n"));
  CHECK(!has(head, "script-src"));
}

TEST_CASE("only a good, cacheable answer gets an ETag, and 304 when it is known") {
  Response page = text_response(200, "hello");
  settle_caching(page, "");
  CHECK(page.etag == "");
  page.caching = Caching::Revalidate;
  settle_caching(page, "");
  CHECK(page.etag.size() == 18);
  const std::string etag = page.etag;
  settle_caching(page, etag);
  CHECK(page.status == 304);
  CHECK(page.content() == "");
  CHECK(!has(response_head(page, context()), "Content-Length"));
  Response missing = text_response(404, "hello");
  missing.caching = Caching::Revalidate;
  settle_caching(missing, "*");
  CHECK(missing.status == 404);
}

TEST_CASE("only a name with eight hexadecimal digits before its ending is kept for ever") {
  CHECK(has_hashed_name("/app.0a1b2c3d.mjs"));
  CHECK(has_hashed_name("/fonts/regular.0123456789abcdef.ttf"));
  for (const char* plain :
       {"/app.mjs", "/plain.css", "/a.face.css", "/a.0A1B2C3D.js", "/0a1b2c3d.js", "/0a1b2c3d/app.js", "/noending"}) {
    CAPTURE(plain);
    CHECK(!has_hashed_name(plain));
  }
}

TEST_CASE("a page template is filled with escaped values and refuses what it does not know") {
  alongside::wire::Council council;
  council.name = {"A & B", ""};
  council.help.phone = "01632 960 123";
  auto shell =
      PageShell::create("<{{lang}}|{{title}}|{{council_name}}|{{phone}}|{{phone_link}}|{{leave_to}}|{{main}}>{{",
                        "https://weather.example/?a&b");
  REQUIRE(shell.ok());
  CHECK(shell->fill({"<t>", {}}, Language::Welsh, council) ==
        "<cy|&lt;t&gt;|A &amp; B|01632 960 123|tel:01632960123|https://weather.example/?a&amp;b|>{{");
  CHECK(!PageShell::create("{{nothing}}", "").ok());
}
