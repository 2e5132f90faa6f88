// Pages for people without scripts, and that nothing from an address or a feature reaches them
// unescaped.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

using namespace alongside::contract;

namespace {

bool has(const Reply& reply, const std::string& text) { return reply.body.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("the home page has a search that works without scripts, and the phone number") {
  ServerProcess server(PROBE_API);
  const Reply home = get(server.port(), "/");
  CHECK(home.status == 200);
  CHECK(home.header("content-type") == "text/html; charset=utf-8");
  CHECK(has(home, "<html lang=\"en\">"));
  CHECK(has(home, "<title>Home – Northmere Council</title>"));
  CHECK(has(home, "action=\"/find\""));
  CHECK(has(home, "name=\"q\""));
  CHECK(has(home, "href=\"tel:01632960123\""));
  CHECK(has(home, "<h1>Hello. What do you need?</h1>"));
}

TEST_CASE("a page is in the language of the address, or else of the browser") {
  ServerProcess server(PROBE_API);
  const auto language = [&](const std::string& target, const std::string& accept) {
    const Reply reply = get(server.port(), target, {"Accept-Language: " + accept});
    return has(reply, "<html lang=\"cy\">") ? std::string("cy") : std::string("en");
  };
  CHECK(language("/", "cy-GB, en;q=0.5") == "cy");
  CHECK(language("/", "en-GB, cy;q=0.9") == "en");
  CHECK(language("/", "fr, cy;q=0.2") == "cy");
  CHECK(language("/", "fr") == "en");
  CHECK(language("/?lang=cy", "en") == "cy");
  CHECK(language("/?lang=xx", "cy") == "cy");
  const Reply welsh = get(server.port(), "/help?lang=cy");
  CHECK(has(welsh, "Cyngor Northmere"));
  CHECK(has(welsh, "Os oes rhywun mewn perygl nawr, ffoniwch 999."));
  CHECK(welsh.header("vary") == "Accept-Language, Accept-Encoding");
}

TEST_CASE("what a feature or an address brings into a page is escaped, and a dangerous link is left out") {
  ServerProcess server(PROBE_API);
  const Reply page = get(server.port(), "/probe/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
  CHECK(page.status == 404);  // %2F is a slash, and there is no such page
  const Reply tag =
      get(server.port(), "/probe/%3Cimg%20src=x%20onerror=alert(1)%3E?text=%22%3E%3Cb%3E&to=javascript:x");
  CHECK(tag.status == 200);
  CHECK(has(tag, "<h1>&lt;img src=x onerror=alert(1)&gt;</h1>"));
  CHECK(has(tag, "<title>&lt;img src=x onerror=alert(1)&gt;"));
  CHECK(has(tag, "<a>&quot;&gt;&lt;b&gt;</a>"));
  CHECK(!has(tag, "javascript:"));
  CHECK(has(get(server.port(), "/probe/%7B%7Bphone%7D%7D"), "<h1>{{phone}}</h1>"));
}

TEST_CASE("a page that is not there and a page that fails both still help") {
  ServerProcess server(PROBE_API);
  for (const char* target : {"/nowhere", "/probe/none"}) {
    const Reply missing = get(server.port(), target);
    CHECK(missing.status == 404);
    CHECK(has(missing, "<h1>We cannot find that page</h1>"));
    CHECK(has(missing, "href=\"/\""));
  }
  const Reply broken = get(server.port(), "/probe/broken");
  CHECK(broken.status == 500);
  CHECK(has(broken, "01632 960123"));
  CHECK(!has(broken, "secret detail"));
}
