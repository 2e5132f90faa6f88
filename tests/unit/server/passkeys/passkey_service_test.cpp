// Passkeys from the first to the last: added, used, counted, refused, removed; with a clock that goes on when told.
#include "app/server/passkeys/passkey_service.hpp"
#include "app/base/base64url.hpp"
#include "tests/unit/server/passkeys/soft_passkey.hpp"
#include "tests/unit/server/sign_in/sign_in_world.hpp"

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

namespace {

const std::string own_origin = "https://short-breaks.example";

struct PasskeyWorld : SignInWorld {
  PasskeyService passkeys{{database, documents, clock, SignInWorld::chance, sessions, config}};
  SoftPasskey device{"short-breaks.example"};

  PasskeyWorld() { config.passkeys = PasskeyUse::Offered; }

  Actor signed_in(Who who) { return sessions.begin({}, household, person(who), "A phone")->actor; }
  Result<void> add(const Actor& actor, const SoftPasskey& from, const std::string& name = "My phone") {
    const auto asked = passkeys.begin_add(actor);
    REQUIRE_MESSAGE(asked.ok(), asked.error().detail);
    return passkeys.add(actor, {client_data("webauthn.create", asked->challenge, own_origin), from.made(), name});
  }
  void added(Who who) {
    const auto done = add(signed_in(who), device);
    REQUIRE_MESSAGE(done.ok(), done.error().detail);
  }
  Bytes handle(Who who) { return passkeys.begin_add(signed_in(who))->handle; }

  // As the device of `added` answers, for a test to spoil.
  PasskeyEntry entry(std::uint32_t count, const std::string& origin = own_origin, const std::string& more = "") {
    const std::string challenge = passkeys.begin_sign_in(browser).value();
    const SoftAnswer answer = device.answer(client_data("webauthn.get", challenge, origin, more), count);
    PasskeyEntry entry;
    entry.credential = device.credential();
    entry.client_data = answer.client_data;
    entry.auth_data = answer.auth_data;
    entry.signature = answer.signature;
    entry.handle = handle(Who::Parent);
    entry.device_name = "A phone";
    entry.address = "192.0.2.1";
    entry.cookies.signing_in = browser;
    return entry;
  }
  ErrorCode refused(const PasskeyEntry& entry) {
    const auto in = passkeys.sign_in(entry);
    REQUIRE_FALSE(in.ok());
    return in.error().code;
  }
  int rows(const std::string& of) {
    auto count = database.prepare("SELECT count(*) FROM " + of);
    REQUIRE(count->step().ok());
    return static_cast<int>(count->column_integer(0));
  }
};

}  // namespace

TEST_CASE("a passkey lets in whoever added it, again and again, and the council notes it") {
  PasskeyWorld world;
  world.added(Who::Parent);
  for (const std::uint32_t count : {1U, 2U, 40U}) {
    const auto in = world.passkeys.sign_in(world.entry(count));
    REQUIRE_MESSAGE(in.ok(), in.error().detail);
    CHECK(world.sessions.find(in->session.token)->actor.person == person(Who::Parent));
    CHECK(world.service.start_of(in->session.actor).value() == "/sign-in/passkey/use");
    CHECK(world.service.begin_leaving(in->session.actor, world.browser).value().empty());
  }
  CHECK(world.rows("sign_in_audit WHERE what = 'signed in by passkey'") == 3);
  CHECK(world.rows("sign_in_audit WHERE what = 'passkey added'") == 1);
  CHECK(world.rows("document WHERE kind = " + std::to_string(wire::Notice::schema.id)) == 1);
}

TEST_CASE("a passkey that never counts works, and one whose count goes back or stands still is refused and noted") {
  PasskeyWorld world;
  world.added(Who::Parent);
  CHECK(world.passkeys.sign_in(world.entry(0)).ok());
  CHECK(world.passkeys.sign_in(world.entry(0)).ok());
  CHECK(world.passkeys.sign_in(world.entry(5)).ok());
  for (const std::uint32_t count : {5U, 4U, 1U, 0U}) CHECK(world.refused(world.entry(count)) == ErrorCode::Conflict);
  CHECK(world.rows("sign_in_audit WHERE what = 'passkey refused: its count went back'") == 4);
  CHECK(world.passkeys.sign_in(world.entry(6)).ok());
}

TEST_CASE("a challenge is good once, for five minutes, in the browser that was asked, and for what it was asked for") {
  PasskeyWorld world;
  world.added(Who::Parent);
  const PasskeyEntry entry = world.entry(1);
  CHECK(world.passkeys.sign_in(entry).ok());
  CHECK(world.refused(entry) == ErrorCode::NotAllowed);
  PasskeyEntry elsewhere = world.entry(2);
  elsewhere.cookies.signing_in = world.service.random_secret();
  CHECK(world.refused(elsewhere) == ErrorCode::NotAllowed);
  elsewhere.cookies.signing_in.reset();
  CHECK(world.refused(elsewhere) == ErrorCode::NotAllowed);
  const PasskeyEntry late = world.entry(3);
  world.clock.go_on(5 * minute);
  CHECK(world.refused(late) == ErrorCode::NotAllowed);
  const Actor parent = world.signed_in(Who::Parent);
  const auto asked = world.passkeys.begin_add(parent);
  PasskeyEntry other_purpose = world.entry(4);
  const SoftAnswer answer = world.device.answer(client_data("webauthn.get", asked->challenge, own_origin), 4);
  other_purpose.client_data = answer.client_data;
  other_purpose.auth_data = answer.auth_data;
  other_purpose.signature = answer.signature;
  CHECK(world.refused(other_purpose) == ErrorCode::NotAllowed);
  CHECK(world.passkeys.sign_in(world.entry(5)).ok());
}

TEST_CASE("an answer of another page, of a page within another, or for another purpose is refused") {
  PasskeyWorld world;
  world.added(Who::Parent);
  for (const std::string origin :
       {"https://evil.example", "http://short-breaks.example", "https://short-breaks.example:444",
        "https://short-breaks.example/", "https://www.short-breaks.example", "null", ""}) {
    CHECK(world.refused(world.entry(1, origin)) == ErrorCode::NotAllowed);
  }
  CHECK(world.refused(world.entry(1, own_origin, R"(,"crossOrigin":true)")) == ErrorCode::NotAllowed);
  CHECK(world.refused(world.entry(1, own_origin, R"(,"crossOrigin":"no")")) == ErrorCode::NotAllowed);
  CHECK(world.refused(world.entry(1, own_origin, R"(,"topOrigin":"https://evil.example")")) == ErrorCode::NotAllowed);
  CHECK(world.refused(world.entry(1, own_origin, R"(,"origin":"https://evil.example")")) == ErrorCode::NotAllowed);
  CHECK(world.passkeys.sign_in(world.entry(1, own_origin, R"(,"crossOrigin":false,"later":[1])")).ok());
}

TEST_CASE("a passkey opens its own person's things and nobody else's") {
  PasskeyWorld world;
  world.added(Who::Parent);
  PasskeyEntry as_other = world.entry(1);
  as_other.handle = world.handle(Who::Carer);
  CHECK(world.refused(as_other) == ErrorCode::NotAllowed);
  as_other.handle.clear();
  CHECK(world.refused(as_other) == ErrorCode::NotAllowed);
  PasskeyEntry unknown = world.entry(1);
  unknown.credential = SoftPasskey("short-breaks.example").credential();
  CHECK(world.refused(unknown) == ErrorCode::NotAllowed);
  CHECK(world.add(world.signed_in(Who::Carer), world.device).error().code == ErrorCode::Conflict);
  CHECK(world.rows("passkey") == 1);
}

TEST_CASE("V7.5.1: a passkey is added only within 15 minutes of signing in, in the session that was asked") {
  PasskeyWorld world;
  const Actor parent = world.signed_in(Who::Parent);
  world.clock.go_on(15 * minute - 1);
  CHECK(world.passkeys.is_fresh(parent).value());
  CHECK(world.add(parent, world.device).ok());
  world.clock.go_on(1);
  CHECK_FALSE(world.passkeys.is_fresh(parent).value());
  CHECK(world.add(parent, SoftPasskey("short-breaks.example")).error().code == ErrorCode::SignedOut);
  const Actor again = world.signed_in(Who::Parent), elsewhere = world.signed_in(Who::Parent);
  const auto asked = world.passkeys.begin_add(again);
  const PasskeyMade made{client_data("webauthn.create", asked->challenge, own_origin),
                         SoftPasskey("short-breaks.example").made(), "Theirs"};
  CHECK(world.passkeys.add(elsewhere, made).error().code == ErrorCode::NotAllowed);
  CHECK(world.passkeys.add(again, made).ok());
  CHECK(world.passkeys.add(again, made).error().code == ErrorCode::NotAllowed);
  CHECK(world.rows("passkey") == 2);
}

TEST_CASE("a new passkey of another page, another host or without the person's check is refused") {
  PasskeyWorld world;
  const Actor parent = world.signed_in(Who::Parent);
  const auto add = [&](const std::string& type, const std::string& origin, const Bytes& made) {
    const auto asked = world.passkeys.begin_add(parent);
    return world.passkeys.add(parent, {client_data(type, asked->challenge, origin), made, "x"});
  };
  CHECK(add("webauthn.create", "https://evil.example", world.device.made()).error().code == ErrorCode::NotAllowed);
  CHECK(add("webauthn.get", own_origin, world.device.made()).error().code == ErrorCode::NotAllowed);
  CHECK(add("webauthn.create", own_origin, SoftPasskey("evil.example").made()).error().code == ErrorCode::NotAllowed);
  CHECK(add("webauthn.create", own_origin, world.device.made(there | has_key)).error().code == ErrorCode::NotAllowed);
  CHECK(add("webauthn.create", own_origin, {}).error().code == ErrorCode::NotAllowed);
  CHECK(world.rows("passkey") == 0);
  CHECK(add("webauthn.create", own_origin, world.device.made()).ok());
}

TEST_CASE("ten passkeys are as many as one may have, and each may be removed by its own person alone") {
  PasskeyWorld world;
  const Actor parent = world.signed_in(Who::Parent), carer = world.signed_in(Who::Carer);
  for (std::size_t i = 0; i < PasskeyService::most_each; ++i) {
    REQUIRE(world.add(parent, SoftPasskey("short-breaks.example")).ok());
  }
  CHECK(world.add(parent, world.device).error().code == ErrorCode::TooLarge);
  CHECK(world.passkeys.begin_add(parent)->known.size() == PasskeyService::most_each);
  const std::string id = world.passkeys.list(parent)->front().id;
  CHECK(world.passkeys.remove(carer, id).error().code == ErrorCode::NotFound);
  CHECK(world.passkeys.remove(parent, id).ok());
  CHECK(world.passkeys.remove(parent, id).error().code == ErrorCode::NotFound);
  CHECK(world.passkeys.list(parent)->size() == PasskeyService::most_each - 1);
}

TEST_CASE("V7.4.3: who removes a passkey signs out whoever came in by it, and it lets nobody in again") {
  PasskeyWorld world;
  const Actor parent = world.signed_in(Who::Parent);
  REQUIRE(world.add(parent, world.device).ok());
  const auto by_it = world.passkeys.sign_in(world.entry(1));
  REQUIRE(by_it.ok());
  REQUIRE(world.passkeys.remove(parent, world.passkeys.list(parent)->front().id).ok());
  CHECK_FALSE(world.knows(by_it->session.token));
  CHECK(world.sessions.is_open(parent).value());
  CHECK(world.refused(world.entry(2)) == ErrorCode::NotAllowed);
}

TEST_CASE("a recovery by the council's code takes every passkey away") {
  PasskeyWorld world;
  world.added(Who::Parent);
  REQUIRE(world.go_there_and_back().ok());
  const auto code = world.service.issue_code(person(Who::Parent), CodePurpose::Recovery, "R. Marsh");
  REQUIRE(world.service.redeem(world.SignInWorld::entry(code.value())).ok());
  CHECK(world.rows("passkey") == 0);
  CHECK(world.refused(world.entry(1)) == ErrorCode::NotAllowed);
}

TEST_CASE("refusals slow down an address, and neither a restart nor another person's wrong codes change who gets in") {
  PasskeyWorld world;
  world.added(Who::Parent);
  const auto known = world.passkeys.sign_in(world.entry(1));
  REQUIRE(known.ok());
  int refused = 0, stopped = 0;
  for (int i = 0; i < 100; ++i) {
    PasskeyEntry bad = world.entry(2);
    bad.signature.front() ^= 1;
    ++(world.refused(bad) == ErrorCode::Unavailable ? stopped : refused);
  }
  CHECK(refused == 20);
  CHECK(stopped == 80);
  CHECK(world.refused(world.entry(3)) == ErrorCode::Unavailable);
  // Whoever has signed in on this device before is let in all the same.
  PasskeyEntry from_known = world.entry(3);
  from_known.cookies.device = known->device;
  CHECK(world.passkeys.sign_in(from_known).ok());
  PasskeyEntry from_elsewhere = world.entry(4);
  from_elsewhere.address = "192.0.2.2";
  CHECK(world.passkeys.sign_in(from_elsewhere).ok());
  world.clock.go_on(3 * minute);
  CHECK(world.passkeys.sign_in(world.entry(5)).ok());
}
