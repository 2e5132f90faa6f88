// Sessions: who is signed in where. Asked by the site once a request, with the cookie's token; told
// by the session routes. A session ends when it is unused for the idle limit, when the absolute limit
// is over, or when it is ended or revoked, from the very next request on.
#pragma once

#include "app/base/clock.hpp"
#include "app/base/result.hpp"
#include "app/server/access/actor.hpp"
#include "app/server/council_config.hpp"
#include "app/server/session/session_token.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace alongside {
class Chance;
}  // namespace alongside

namespace alongside::server {

class Database;

enum class Rotation : std::uint8_t { NotDue, Due };

// What a token says of its bearer; a nil actor when it says nothing.
struct Visitor {
  Actor actor;
  Rotation rotation = Rotation::NotDue;
  std::int64_t expires_ms = 0;
};

struct NewSession {
  SessionToken token;
  Actor actor;
  std::int64_t lasts_seconds = 0;  // at most; for the cookie
};

class Sessions {
 public:
  Sessions(Database& database, const Clock& clock, Chance& chance, const SessionLimits& limits)
      : database_(database), clock_(clock), chance_(chance), limits_(limits) {}

  // Also notes that the session was used, at most once an hour.
  Result<Visitor> find(const std::optional<SessionToken>& token);
  // Always a new token; what was signed in here before ends.
  Result<NewSession> begin(const Actor& before, HouseholdId household, PersonId person, std::string_view device);
  // A new token for the same session. `presented` still counts for a minute after the new one was used.
  Result<NewSession> rotate(const Actor& actor, const SessionToken& presented);
  Result<void> end(const Actor& actor);
  // NotFound for what is no session of this person.
  Result<void> revoke(const Actor& actor, SessionHandle handle);
  // As a provider or the council's people say: one that may be anybody's, all of one person, and all there are.
  Result<void> end_named(SessionHandle handle);
  Result<void> end_all(PersonId person);
  Result<void> end_everybody();
  Result<wire::SessionList> list(const Actor& actor);
  // Whether this session is still there: nobody ended or revoked it.
  Result<bool> is_open(const Actor& actor);
  // By the server's clock; 0 for nobody.
  Result<std::int64_t> expires_ms(const Actor& actor);
  // When they signed in; 0 for nobody.
  Result<std::int64_t> began_ms(const Actor& actor);

 private:
  Result<void> note_use(const Actor& actor, std::int64_t idle_until_ms);
  Result<void> retire_earlier_token(const Actor& actor);
  Result<void> tidy(const Actor& actor);
  std::int64_t idle_until_ms() const;

  Database& database_;
  const Clock& clock_;
  Chance& chance_;
  const SessionLimits& limits_;
};

}  // namespace alongside::server
