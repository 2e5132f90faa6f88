// The site and the sessions together: who a handler is told of, when a reply brings a new cookie, and
// what a cache may keep. With a clock that goes on when told.
#include "app/server/session/session_cookie.hpp"
#include "app/server/site.hpp"
#include "app/server/sync/system_chance.hpp"
#include "tests/unit/server/family_world.hpp"

#include <filesystem>
#include <fstream>
#include <functional>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

// The least that a site wants of a client, in a folder that goes with it.
struct ClientFolder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "alongside-site-session-test";
  ClientFolder() {
    std::filesystem::create_directories(path);
    std::ofstream(path / "index.html") << "<html lang=\"{{lang}}\"><main>{{main}}</main></html>";
  }
  ~ClientFolder() { std::filesystem::remove_all(path); }
};

Response cacheable(const Request& request) {
  Response response = text_response(200, request.actor.person.text());
  response.caching = Caching::Revalidate;
  return response;
}

struct SiteWorld : FamilyWorld {
  SystemChance chance;
  CouncilConfig config;
  Sessions sessions{database, clock, chance, config.session};
  ClientFolder client;
  Result<Site> site = make();

  Result<Site> make() {
    table.signed_in("GET /api/mine");
    table.signed_in("POST /api/mine");
    table.open_to_all("GET /api/everybodys");
    table.open_to_all("POST /api/leave");
    Router router;
    router.get("/api/mine", cacheable);
    router.post("/api/mine", cacheable);
    router.get("/api/everybodys", cacheable);
    router.post("/api/leave", [this](const Request& request) {
      REQUIRE(sessions.end(request.actor).ok());
      Response response = text_response(200, "");
      response.set_cookie = no_session_cookie();
      return response;
    });
    StaticFiles files = ALONGSIDE_TRY(StaticFiles::create(client.path.string()));
    return Site::create({std::move(files), std::move(router), PageRouter(), config, access, sessions});
  }

  // As a body that is on its way is dealt with: looked at before, answered after.
  enum class Body { IsHere, WasWaitedFor };
  Response post(const SessionToken& token, Body body, const std::function<void()>& meanwhile) {
    REQUIRE(site.ok());
    Accepted accepted;
    accepted.method = Method::Post;
    accepted.path = "/api/mine";
    Request request;
    request.method = Method::Post;
    request.path = accepted.path;
    Caller caller{"", token};
    const Plan plan = site->plan(accepted);
    REQUIRE_FALSE(site->turn_away(plan, request, caller).has_value());
    REQUIRE(caller.visitor.has_value());
    meanwhile();
    if (body == Body::WasWaitedFor) caller.visitor.reset();
    return site->answer(plan, request, caller);
  }

  Response ask(Method method, const std::string& path, const std::optional<SessionToken>& token) {
    REQUIRE(site.ok());
    Accepted accepted;
    accepted.method = method;
    accepted.path = path;
    Request request;
    request.method = method;
    request.path = path;
    return site->answer(site->plan(accepted), request, {"", token});
  }
  SessionToken sign_in() { return sessions.begin({}, household, person(Who::Parent), "A phone")->token; }
};

std::optional<SessionToken> token_in(const Response& response) {
  return session_cookie_in(std::string_view(response.set_cookie).substr(0, response.set_cookie.find(';')));
}

}  // namespace

TEST_CASE("a handler is told who asks, and a reply that only some may see is kept by nobody") {
  SiteWorld world;
  const SessionToken token = world.sign_in();
  const Response mine = world.ask(Method::Get, "/api/mine", token);
  CHECK(mine.body == person(Who::Parent).text());
  CHECK(mine.caching == Caching::Private);
  CHECK(world.ask(Method::Get, "/api/mine", std::nullopt).status == 401);
  CHECK(world.ask(Method::Get, "/api/everybodys", std::nullopt).caching == Caching::Revalidate);
}

TEST_CASE("a session is looked up once where the body is here, and again where it ended while a body was on its way") {
  SiteWorld world;
  const SessionToken token = world.sign_in();
  const auto nothing = [] {};
  CHECK(world.post(token, SiteWorld::Body::IsHere, nothing).body == person(Who::Parent).text());
  CHECK(world.post(token, SiteWorld::Body::WasWaitedFor, nothing).body == person(Who::Parent).text());
  const auto ended = [&] { REQUIRE(world.sessions.end_everybody().ok()); };
  CHECK(world.post(token, SiteWorld::Body::WasWaitedFor, ended).status == 401);
}

TEST_CASE("a POST after an hour brings a new cookie, a GET never does, and both tokens work meanwhile") {
  SiteWorld world;
  const SessionToken old = world.sign_in();
  CHECK(world.ask(Method::Post, "/api/mine", old).set_cookie.empty());
  world.clock.go_on(hour);
  CHECK(world.ask(Method::Get, "/api/mine", old).set_cookie.empty());
  const Response reply = world.ask(Method::Post, "/api/mine", old);
  const auto fresh = token_in(reply);
  REQUIRE(fresh);
  CHECK(fresh->text() != old.text());
  CHECK(reply.body == person(Who::Parent).text());
  CHECK(world.ask(Method::Post, "/api/mine", old).set_cookie.empty());
  CHECK(world.ask(Method::Post, "/api/mine", fresh).status == 200);
  world.clock.go_on(minute);
  CHECK(world.ask(Method::Post, "/api/mine", old).status == 401);
  CHECK(world.ask(Method::Post, "/api/mine", fresh).status == 200);
}

TEST_CASE("signing out when a new token is due takes the cookie away and brings none") {
  SiteWorld world;
  const SessionToken token = world.sign_in();
  world.clock.go_on(2 * hour);
  const Response reply = world.ask(Method::Post, "/api/leave", token);
  CHECK(reply.set_cookie == no_session_cookie());
  CHECK(reply.caching == Caching::Private);
  CHECK(world.ask(Method::Get, "/api/mine", token).status == 401);
}
