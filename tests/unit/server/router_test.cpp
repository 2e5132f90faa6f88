#include "app/server/router.hpp"
#include "app/server/page_content.hpp"

#include <doctest/doctest.h>

using namespace alongside::server;

namespace {

bool fit(const char* pattern, const char* path) {
  std::vector<std::string> parameters;
  return fits(pattern, path, parameters);
}

Response answer(const Request&) { return text_response(200, "ok"); }

}  // namespace

TEST_CASE("a pattern fits whole segments, and a slash at the end is another address") {
  CHECK(fit("/", "/"));
  CHECK(fit("/find", "/find"));
  CHECK(fit("/service/{id}", "/service/42"));
  CHECK(fit("/a/{x}/b/{y}", "/a/1/b/2"));
  for (const char* other : {"/find/", "/fin", "/findx", "/", "/find/x", "find"}) CHECK(!fit("/find", other));
  for (const char* other : {"/service", "/service/", "/service/1/2", "/service/1/"})
    CHECK(!fit("/service/{id}", other));
  CHECK(!fit("/", "/find"));
}

TEST_CASE("the segments at the names are the parameters, in order") {
  Router router;
  router.get("/a/{x}/b/{y}", answer);
  const RouteMatch match = router.match(Method::Get, "/a/1/b/two");
  REQUIRE(match.route != nullptr);
  CHECK(match.parameters == std::vector<std::string>{"1", "two"});
  CHECK(match.route->pattern == "/a/{x}/b/{y}");
}

TEST_CASE("a path with other methods names them, an unknown path names none") {
  Router router;
  router.get("/a", answer);
  router.post("/a", answer, 10);
  router.post("/b", answer);
  CHECK(router.match(Method::Post, "/a").route->most_body_bytes == 10);
  CHECK(router.match(Method::Get, "/b").route == nullptr);
  CHECK(router.match(Method::Get, "/b").allow == "POST");
  CHECK(router.match(Method::Get, "/a").allow == "GET, HEAD, POST");
  CHECK(router.match(Method::Get, "/c").allow == "");
}
