#include "app/server/session/session_cookie.hpp"
#include "app/server/sync/system_chance.hpp"

#include <doctest/doctest.h>

using namespace alongside::server;

namespace {

const std::string token(43, 'a');
const std::string other(43, 'b');

}  // namespace

TEST_CASE("the cookie is for this host alone, over encryption alone, and out of reach of scripts") {
  SystemChance chance;
  const SessionToken fresh = SessionToken::random(chance);
  CHECK(session_cookie(fresh, 60) ==
        "__Host-sid=" + fresh.text() + "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60");
  CHECK(no_session_cookie() == "__Host-sid=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST_CASE("the cookie is found among others") {
  CHECK(session_cookie_in("__Host-sid=" + token)->text() == token);
  CHECK(session_cookie_in("lang=cy; __Host-sid=" + token + "; a=b")->text() == token);
  CHECK(session_cookie_in("a=b;__Host-sid=" + token)->text() == token);
}

TEST_CASE("a cookie that is not there, not ours or there twice is none") {
  for (const std::string& header :
       {std::string(), std::string("a=b"), "sid=" + token, "__host-sid=" + token, "x__Host-sid=" + token,
        "__Host-sid=" + token + "x", "__Host-sid=\"" + token + "\"", std::string("__Host-sid="),
        "__Host-sid=" + token + "; __Host-sid=" + token, "__Host-sid=" + token + "; __Host-sid=" + other,
        "__Host-sid=; __Host-sid=" + token}) {
    CAPTURE(header);
    CHECK(!session_cookie_in(header));
  }
}
