// The guard as a pure function. The contract tests send the same things over a real socket.
#include "app/server/guard.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace alongside::server;

namespace {

const std::vector<std::string> own_origins = {"http://localhost:8080", "https://families.example"};

struct Head {
  std::string method = "GET";
  std::string target = "/";
  std::vector<HeaderField> fields = {{"Host", "localhost:8080"}};

  std::variant<Accepted, Refusal> decide(unsigned version = 11) const {
    return guard({method, target, version, fields}, own_origins);
  }
  std::string_view refused() const {
    const auto decision = decide();
    const auto* refusal = std::get_if<Refusal>(&decision);
    return refusal == nullptr ? "accepted" : refusal->code;
  }
};

Head with(std::vector<HeaderField> more, std::string method = "GET") {
  Head head;
  head.method = std::move(method);
  for (const HeaderField& field : more) head.fields.push_back(field);
  return head;
}

std::string_view refused_target(std::string target) {
  Head head;
  head.target = std::move(target);
  return head.refused();
}

}  // namespace

TEST_CASE("a plain request is accepted, with its path decoded and its query not") {
  Head head;
  head.target = "/find%20me/caf%C3%A9?q=a%20b&x";
  const auto decision = head.decide();
  REQUIRE(std::holds_alternative<Accepted>(decision));
  const auto& accepted = std::get<Accepted>(decision);
  CHECK(accepted.path == "/find me/café");
  CHECK(accepted.query == "q=a%20b&x");
  CHECK(accepted.connection == Connection::KeepAlive);
  CHECK(accepted.method == Method::Get);
}

TEST_CASE("HEAD is a GET without a body, and PUT is no method of ours but a known one") {
  CHECK(std::get<Accepted>(with({}, "HEAD").decide()).body_wanted == BodyWanted::No);
  CHECK(!std::get<Accepted>(with({}, "PUT").decide()).method.has_value());
  CHECK(with({}, "TRACE").refused() == "unknown_method");
  CHECK(with({}, "Get").refused() == "unknown_method");
}

TEST_CASE("a host must be there once and look like one") {
  Head none;
  none.fields.clear();
  CHECK(none.refused() == "missing_host");
  CHECK(with({{"host", "b"}}).refused() == "double_host");
  for (const char* good : {"a", "a.example:1", "127.0.0.1", "[::1]:8080", "[::1]"}) {
    Head head;
    head.fields = {{"Host", good}};
    CHECK(head.refused() == "accepted");
  }
  for (const char* bad : {"", "a b", "a:", "a:b", "a/b", "a@b", "[::1", "[]", "[::1]x", ":80", "a:123456"}) {
    CAPTURE(bad);
    Head head;
    head.fields = {{"Host", bad}};
    CHECK(head.refused() == "bad_host");
  }
}

TEST_CASE("a length must be one plain number") {
  for (const char* bad : {"", "+1", "-1", "1 ", "0x1", "1,1", "99999999999999999999999"}) {
    CAPTURE(bad);
    CHECK(with({{"Content-Length", bad}}).refused() == "content_length");
  }
  CHECK(with({{"Content-Length", "1"}, {"content-length", "1"}}).refused() == "content_length");
  CHECK(with({{"Content-Length", "0"}}).refused() == "accepted");
}

TEST_CASE("Connection: close is heard in any list") {
  CHECK(std::get<Accepted>(with({{"Connection", "close"}}).decide()).connection == Connection::Close);
  CHECK(std::get<Accepted>(with({{"Connection", "te, CLOSE"}}).decide()).connection == Connection::Close);
  CHECK(std::get<Accepted>(with({{"Connection", "keep-alive"}}).decide()).connection == Connection::KeepAlive);
}

TEST_CASE("an address may not climb, hide a slash or hold what is no text") {
  for (const char* bad :
       {"/..",  "/a/../b", "/%2E%2e/", "//a",   "/a//b", "/a/%2fb", "/%00", "/%80", "/%", "/%4",
        "/%gg", "/a\\b",   "/a b",     "/\x01", "/é",    "/a#b",    "",     "a",    "*",  "http://a/"}) {
    CAPTURE(bad);
    CHECK(refused_target(bad) == "odd_address");
  }
  CHECK(refused_target("/a..b") == "odd_address");  // strict on purpose: none of our names has two dots
  CHECK(refused_target("/a?next=//b/../c") == "accepted");
  CHECK(refused_target("/a.b-c_d~e/f") == "accepted");
  CHECK(refused_target("/" + std::string(2047, 'a')) == "accepted");
  CHECK(refused_target("/" + std::string(2048, 'a')) == "long_address");
}

TEST_CASE("a POST is taken from our own pages, and with any one thing wrong it is not") {
  const HeaderField length{"Content-Length", "1"};
  const HeaderField type{"Content-Type", "application/x-alongside"};
  const HeaderField origin{"Origin", "http://localhost:8080"};
  const HeaderField site{"Sec-Fetch-Site", "same-origin"};
  const auto posted = [](std::vector<HeaderField> fields) { return with(std::move(fields), "POST").refused(); };
  CHECK(posted({length, type, origin, site}) == "accepted");
  CHECK(posted({length, type, origin}) == "accepted");
  CHECK(posted({length, type, {"origin", "https://families.example"}}) == "accepted");
  CHECK(posted({length, {"Content-Type", "application/octet-stream"}, origin}) == "accepted");
  CHECK(posted({length, type}) == "other_origin");
  CHECK(posted({length, type, site}) == "other_origin");
  CHECK(posted({length, type, origin, origin}) == "other_origin");
  CHECK(posted({length, type, origin, site, site}) == "other_origin");
  for (const char* other : {"null", "", "http://localhost", "http://localhost:8081", "https://localhost:8080",
                            "http://LOCALHOST:8080", "http://localhost:8080/", "https://families.example.evil.example",
                            "http://families.example", "https://evil.example, https://families.example"}) {
    CAPTURE(other);
    CHECK(posted({length, type, {"Origin", other}, site}) == "other_origin");
  }
  for (const char* other : {"cross-site", "same-site", "none", "", "Same-Origin"}) {
    CAPTURE(other);
    CHECK(posted({length, type, origin, {"Sec-Fetch-Site", other}}) == "other_origin");
  }
  for (const char* other : {"", "text/plain", "application/json", "application/x-www-form-urlencoded; a=b",
                            "multipart/form-data", "application/x-alongside; a=b", "Application/X-Alongside"}) {
    CAPTURE(other);
    CHECK(posted({length, {"Content-Type", other}, origin}) == "content_type");
  }
  CHECK(posted({length, origin}) == "content_type");
  CHECK(posted({length, type, type, origin}) == "content_type");
  CHECK(posted({type, origin}) == "length_needed");
}

TEST_CASE("a form of our own pages is told apart from a frame, and from another machine's, which brings no cookie") {
  const HeaderField length{"Content-Length", "4"}, form{"Content-Type", "application/x-www-form-urlencoded"};
  const HeaderField origin{"Origin", "http://localhost:8080"}, site{"Sec-Fetch-Site", "same-origin"};
  const HeaderField host{"Host", "localhost:8080"}, cookie{"Cookie", "__Host-sid=x"};
  const auto decided = [&](std::vector<HeaderField> fields) {
    fields.push_back(host);
    fields.push_back(length);
    return guard({"POST", "/signin/code", 11, fields}, own_origins);
  };
  const auto ours = decided({form, origin, site});
  REQUIRE(std::holds_alternative<Accepted>(ours));
  CHECK(std::get<Accepted>(ours).body_kind == BodyKind::Form);
  CHECK(std::get<Accepted>(ours).sender == Sender::OwnPage);
  const auto machine = decided({form});
  REQUIRE(std::holds_alternative<Accepted>(machine));
  CHECK(std::get<Accepted>(machine).sender == Sender::Program);
  CHECK(std::holds_alternative<Refusal>(decided({form, cookie})));
  CHECK(std::holds_alternative<Refusal>(decided({form, {"Origin", "null"}})));
  CHECK(std::holds_alternative<Refusal>(decided({form, {"Origin", "https://evil.example"}})));
  CHECK(std::holds_alternative<Refusal>(decided({form, site})));
  CHECK(std::holds_alternative<Refusal>(decided({form, {"Sec-Fetch-Site", "none"}})));
}

TEST_CASE("raw bytes with a folded line, a lone line end or a control character are a fault") {
  CHECK(!raw_head_fault("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
  CHECK(!raw_head_fault("GET / HTTP/1.1\r\nHost: a\r"));  // the rest may still come
  CHECK(raw_head_fault("A: b\r\n c\r\n")->code == "folded_header");
  CHECK(raw_head_fault("A: b\r\n\tc\r\n")->code == "folded_header");
  CHECK(raw_head_fault("A: b\nC: d\r\n")->code == "bad_line_end");
  CHECK(raw_head_fault("A: b\rC: d\r\n")->code == "bad_line_end");
  CHECK(raw_head_fault(std::string_view("A: \0b\r\n", 7))->code == "control_character");
  CHECK(raw_head_fault("A: \x7f\r\n")->code == "control_character");
}
