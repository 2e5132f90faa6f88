// The real program with its real features and the demo council.
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <doctest/doctest.h>

using namespace alongside::contract;

namespace {

// The size of a JSON array of objects that each hold `key` once.
int count_of(const std::string& text, const std::string& key) {
  int count = 0;
  for (std::size_t at = text.find(key); at != text.npos; at = text.find(key, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the demo council can be imported into a running server, and then found and read") {
  ServerProcess server(COUNCIL_API);
  REQUIRE(server.port() != 0);
  const Finished offer = server.verb({"offer", "import", DEMO_COUNCIL "/offer"});
  CAPTURE(offer.errors);
  REQUIRE(offer.exit_code == 0);
  CHECK(server.verb({"survey", "import", DEMO_COUNCIL "/surveys.json"}).exit_code == 0);
  CHECK(server.verb({"guide", "import", DEMO_COUNCIL "/direct_payments.json"}).exit_code == 0);

  const Reply services = get(server.port(), "/api/local_offer/services", {"Accept: application/json"});
  CHECK(services.status == 200);
  CHECK(count_of(services.body, "\"name\"") >= 150);
  CHECK(get(server.port(), "/api/local_offer/services/00000000-0000-0000-0000-000000000000").status == 404);
  CHECK(get(server.port(), "/api/feedback/surveys").status == 200);
  CHECK(get(server.port(), "/api/direct_payments/guide").status == 200);
}

TEST_CASE("the map's ground is the council's own, small, and without anybody's address") {
  ServerProcess server(COUNCIL_API);
  REQUIRE(server.verb({"offer", "import", DEMO_COUNCIL "/offer"}).exit_code == 0);
  const Reply map = get(server.port(), "/api/local_offer/map", {"Accept: application/json"});
  CHECK(map.status == 200);
  CHECK(has(map.body, "\"kind\":\"boundary\""));
  CHECK(has(map.body, "\"kind\":\"river\""));
  CHECK(get(server.port(), "/api/local_offer/map").body.size() < 4096);
  CHECK(get(server.port(), "/map?q=swim&near=Northmere").status == 200);
  CHECK(has(get(server.port(), "/map?near=here&miles=5").body, "<main><h1"));
}

TEST_CASE("every page of every feature answers without scripts") {
  ServerProcess server(COUNCIL_API);
  REQUIRE(server.verb({"offer", "import", DEMO_COUNCIL "/offer"}).exit_code == 0);
  REQUIRE(server.verb({"survey", "import", DEMO_COUNCIL "/surveys.json"}).exit_code == 0);
  REQUIRE(server.verb({"guide", "import", DEMO_COUNCIL "/direct_payments.json"}).exit_code == 0);
  for (const char* target :
       {"/", "/find", "/find?q=quiet+saturday", "/money", "/say", "/settings", "/help", "/accessibility", "/privacy",
        "/privacy/young-people?lang=cy", "/licences", "/?lang=cy", "/find?lang=cy", "/money?lang=cy", "/say?lang=cy"}) {
    CAPTURE(target);
    const Reply page = get(server.port(), target);
    CHECK(page.status == 200);
    CHECK(has(page.body, "<main><h1"));
  }
  const Reply found = get(server.port(), "/find?q=swim");
  const std::size_t link = found.body.find("/service/");
  REQUIRE(link != found.body.npos);
  const Reply service = get(server.port(), found.body.substr(link, found.body.find('"', link) - link));
  CHECK(service.status == 200);
  CHECK(get(server.port(), "/service/none").status == 404);
}

TEST_CASE("what the council wrote for everybody is there for programs and for people without scripts") {
  ServerProcess server(COUNCIL_API);
  const Reply privacy = get(server.port(), "/api/pages/privacy", {"Accept: application/json"});
  CHECK(privacy.status == 200);
  CHECK(has(privacy.body, "\"updated\":\"2026-"));
  CHECK(has(get(server.port(), "/privacy").body, "Information Commissioner"));
  CHECK(has(get(server.port(), "/accessibility?lang=cy").body, "datganiad hygyrchedd"));
  for (const char* target : {"/api/pages/none", "/api/pages/", "/api/pages/..%2Fcouncil", "/api/pages/privacy.json"}) {
    CAPTURE(target);
    CHECK(get(server.port(), target).status >= 400);
  }
}

TEST_CASE("a bad search frame is answered 400 with a code and an offset") {
  ServerProcess server(COUNCIL_API);
  for (const std::string& body :
       {std::string("x"), std::string("ALS1"), std::string("ALS1\xff\xff\xff\xff\xff", 9), std::string(200000, 'A')}) {
    const Reply reply = post(server.port(), "/api/local_offer/search", body,
                             {"Content-Type: application/x-alongside", "Accept: application/json"});
    CHECK(reply.status == 400);
    CHECK(has(reply.body, "\"code\":\""));
    CHECK(has(reply.body, "\"offset\":"));
  }
  const Reply large = post(server.port(), "/api/local_offer/search", std::string(256 * 1024 + 1, 'A'));
  CHECK(large.status == 413);
  CHECK(get(server.port(), "/healthz").status == 200);
}

TEST_CASE("an import that names nothing changes nothing and says so") {
  ServerProcess server(COUNCIL_API);
  const TemporaryFolder folder;
  const Finished missing = server.verb({"offer", "import", folder.path() + "/none"});
  CHECK(missing.exit_code == 1);
  CHECK(!missing.errors.empty());
}

TEST_CASE("any feed folder can be searched without a server and without data, as JSON and in words") {
  const Finished json =
      run({COUNCIL_API, "offer", "search", "--feed", DEMO_COUNCIL "/offer", "free saturday autism", "--json"});
  CAPTURE(json.errors);
  REQUIRE(json.exit_code == 0);
  CHECK(json.output.starts_with("{\"query\":\"free saturday autism\""));
  CHECK(count_of(json.output, "\"rank\"") > 0);
  CHECK(count_of(json.output, "\"facet\"") > 5);
  const Finished words = run({COUNCIL_API, "offer", "search", "swiming near NM2", "--feed", DEMO_COUNCIL "/offer",
                              "--council", DEMO_COUNCIL "/council.json"});
  CHECK(words.exit_code == 0);
  CHECK(has(words.output, "Understood as a filter: near NM2"));
  CHECK(has(words.output, "Swim"));
}

TEST_CASE("a search that names no feed wants a council's data, and one that names none says why") {
  const Finished missing = run({COUNCIL_API, "offer", "search", "swim"});
  CHECK(missing.exit_code == 2);
  CHECK(has(missing.errors, "--data"));
  const Finished nowhere = run({COUNCIL_API, "offer", "search", "swim", "--feed", "/nonexistent", "--json"});
  CHECK(nowhere.exit_code == 1);
  CHECK(nowhere.output.empty());
  CHECK(has(nowhere.errors, "/nonexistent"));
}

TEST_CASE("search engines are told of every service, of the council's pages, and of nothing that is somebody's own") {
  ServerProcess server(COUNCIL_API, "", {"--origin", "https://short-breaks.example"});
  REQUIRE(server.verb({"offer", "import", DEMO_COUNCIL "/offer"}).exit_code == 0);
  const Reply robots = get(server.port(), "/robots.txt");
  CHECK(robots.header("content-type") == "text/plain; charset=utf-8");
  CHECK(robots.body.find("Sitemap: https://short-breaks.example/sitemap.xml\n") != std::string::npos);
  CHECK(robots.body.find("Disallow: /api/\n") != std::string::npos);
  const Reply sitemap = get(server.port(), "/sitemap.xml");
  CHECK(sitemap.status == 200);
  CHECK(sitemap.header("content-type") == "application/xml; charset=utf-8");
  CHECK(count_of(sitemap.body, "<loc>https://short-breaks.example/service/") == 164);
  for (const char* path :
       {"/", "/find", "/help", "/rights", "/growing-up", "/comments", "/changes", "/money", "/privacy"})
    CHECK(count_of(sitemap.body, "<loc>https://short-breaks.example" + std::string(path) + "</loc>") == 1);
  CHECK(count_of(sitemap.body, "/rights/about/") > 5);
  for (const char* path : {"/account", "/inbox", "/requests", "/signin", "/api/"})
    CHECK(count_of(sitemap.body, path) == 0);
}

TEST_CASE("a service's page tells search engines what it says to people, and a search's page what it found") {
  ServerProcess server(COUNCIL_API);
  REQUIRE(server.verb({"offer", "import", DEMO_COUNCIL "/offer"}).exit_code == 0);
  const std::string beginning = "<script type=\"application/ld+json\">";
  for (const char* path : {"/service/0fb215fe-6b3e-5459-82cf-d0ce846ce12c", "/find?q=swimming"}) {
    const Reply page = get(server.port(), path);
    CAPTURE(path);
    const std::size_t start = page.body.find(beginning);
    REQUIRE(start != std::string::npos);
    const std::size_t end = page.body.find("</script>", start);
    REQUIRE(end != std::string::npos);
    const std::string data = page.body.substr(start + beginning.size(), end - start - beginning.size());
    CHECK(data.find("https://schema.org") != std::string::npos);
    CHECK(data.find('<') == std::string::npos);
    CHECK(count_of(page.body, beginning) == 1);
  }
  CHECK(count_of(get(server.port(), "/find?q=swimming").body, "\"@type\":\"ListItem\"") > 3);
  CHECK(count_of(get(server.port(), "/help").body, beginning) == 0);
}

TEST_CASE("whoever finds a hole reads whom to tell, when the council has written it") {
  ServerProcess silent(COUNCIL_API);
  CHECK(get(silent.port(), "/.well-known/security.txt").status == 404);
  const TemporaryFolder folder;
  std::string council = read_file(DEMO_COUNCIL "/council.json");
  council.insert(council.find('{') + 1, "\"security_contact\": \"mailto:security@northmere.example\",");
  write_file(folder.path() + "/council.json", council);
  ServerProcess server(COUNCIL_API, "", {"--origin", "https://short-breaks.example", "--today", "2026-11-22"},
                       folder.path() + "/council.json");
  const Reply told = get(server.port(), "/.well-known/security.txt");
  CHECK(told.status == 200);
  CHECK(told.header("content-type") == "text/plain; charset=utf-8");
  CHECK(told.body ==
        "Contact: mailto:security@northmere.example\nExpires: 2027-05-21T00:00:00Z\nPreferred-Languages: en, cy\n"
        "Canonical: https://short-breaks.example/.well-known/security.txt\n");
}
