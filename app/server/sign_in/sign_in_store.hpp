// SignInStore: everything of signing in that a table holds, but codes, passkeys and throttles: attempts, who waits for
// a code, whose identity is whose, where a session came from, who is about to leave, which logouts were told, on which
// devices somebody has signed in before, and the notes of it. Owned by SignInService, and by PasskeyService. Lasting
// secrets are bound to a browser's cookie by its fingerprint.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/session/session_token.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside {
class Clock;
}

namespace alongside::server {

class Database;

// Who somebody is, as a provider has just said.
struct ProvenIdentity {
  std::string provider;
  std::string subject;
  std::string sid;
  std::string id_token;  // its hint when they sign out there
};

struct Attempt {
  std::string provider;
  std::string then;    // where they were
  std::string device;  // "Chrome on Android", for the list of places one is signed in; may be empty
};

struct WaitingIdentity {
  ProvenIdentity identity;
  std::string then;
};

struct LinkedPerson {
  HouseholdId household;
  PersonId person;
};

class SignInStore {
 public:
  SignInStore(Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  Result<void> begin(const SessionToken& browser, std::string_view state, const Attempt& attempt);
  // Once: the attempt is gone whatever comes of it. Nothing when there is none of this browser.
  Result<std::optional<Attempt>> take(const SessionToken& browser, std::string_view state);

  Result<void> wait_for_code(const SessionToken& browser, const WaitingIdentity& waiting);
  Result<std::optional<WaitingIdentity>> waiting(const SessionToken& browser);
  Result<void> stop_waiting(const SessionToken& browser);

  Result<std::optional<LinkedPerson>> person_of(std::string_view provider, std::string_view subject);
  Result<void> link(const ProvenIdentity& identity, const LinkedPerson& person);
  // Everything that lets this person in, passkeys too.
  Result<void> unlink_all(PersonId person);

  Result<void> note_session(SessionHandle session, const ProvenIdentity& identity);
  Result<std::optional<ProvenIdentity>> session_came_from(SessionHandle session);
  // Of one session there when `sid` is known, else of all of this subject.
  Result<std::vector<SessionHandle>> sessions_of(std::string_view provider, std::string_view subject,
                                                 std::string_view sid);

  Result<void> begin_leaving(const SessionToken& browser, const ProvenIdentity& identity);
  // The ID token to show there; once.
  Result<std::optional<std::string>> take_leaving(const SessionToken& browser, std::string_view provider);

  // Whether anybody, or this person, has signed in on that device before.
  Result<bool> knows_device(const std::optional<SessionToken>& device);
  Result<bool> knows_device(const std::optional<SessionToken>& device, PersonId person);
  Result<void> remember_device(const SessionToken& device, const LinkedPerson& person);

  // For the record: what was done about this person's ways in, and by which officer, if by one.
  Result<void> note(std::string_view what, PersonId person, std::string_view officer);

  // False when it was told before.
  Result<bool> note_logout(std::string_view provider, std::string_view id, std::int64_t until_ms);

 private:
  Result<void> tidy();

  Database& database_;
  const Clock& clock_;
};

}  // namespace alongside::server
