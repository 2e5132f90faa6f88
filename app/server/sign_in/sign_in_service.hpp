// SignInService: signing in by a provider: begins an attempt, takes what comes back, ties somebody new to a person
// by a code, ends sessions when the provider says so, and leaves the provider too. Knows no HTTP: the routes turn
// what it says into answers. Owned by Application; the server's thread only.
#pragma once

#include "app/server/fetch/web_fetch.hpp"
#include "app/server/session/session_cookie.hpp"
#include "app/server/session/sessions.hpp"
#include "app/server/sign_in/access_codes.hpp"
#include "app/server/sign_in/provider_line.hpp"
#include "app/server/sign_in/sign_in_config.hpp"
#include "app/server/sign_in/sign_in_store.hpp"
#include "app/server/sign_in/throttles.hpp"
#include "app/server/sign_in/token_claims.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// What stands in the address to which a provider sends somebody back.
struct ProviderReturn {
  std::string provider;  // whose return address it is
  std::string state;
  std::string code;
  std::string issuer;  // RFC 9207; empty: it names none
  std::string error;   // "access_denied": they changed their mind
};

struct Arrival {
  std::optional<NewSession> session;  // none: a code is needed
  std::string then;
};

// Who may enter a code, and how often it was tried from there.
struct CodeEntry {
  std::string typed;
  std::string device_name;
  std::string address;
  SignInCookies cookies;
  Actor before;
};

struct SignedInByCode {
  NewSession session;
  SessionToken device;  // by which this browser is known from now on
  std::string then;
};

class SignInService {
 public:
  SignInService(Database& database, const Clock& clock, Chance& chance, Sessions& sessions, const SignInConfig& config)
      : database_(database), clock_(clock), chance_(chance), sessions_(sessions), config_(config) {}

  // Before the server answers anything. Without a fetcher (a verb, a test) nobody can sign in by a provider.
  void open(std::vector<ProviderSecret> secrets, WebFetcher& fetcher);

  const SignInConfig& config() const { return config_; }
  // The provider's address, with everything it must know. NotFound: there is no such provider.
  void begin(const Attempt& attempt, const SessionToken& browser, std::function<void(Result<std::string>)> done);
  // NotAllowed: it is no answer to anything this browser asked, or a bad one. Conflict: they changed their mind.
  void arrive(const ProviderReturn& answer, const SessionToken& browser, const Actor& before,
              std::function<void(Result<Arrival>)> done);

  Result<std::optional<WaitingIdentity>> waiting(const std::optional<SessionToken>& browser);
  // SignedOut: nobody came back from a provider here, and a code alone is not enough. NotAllowed: the code is wrong.
  // Unavailable: too many were.
  Result<SignedInByCode> redeem(const CodeEntry& entry);
  // Printed: a letter with a code that has not left (mail/code_letters.hpp) never does.
  Result<std::string> issue_code(PersonId person, CodePurpose purpose, std::string_view officer);
  // For the record; the letter makes its code itself.
  Result<void> note_emailed_code(PersonId person, CodePurpose purpose, std::string_view officer);

  // What a provider's own machine says. NotAllowed: it is no logout of ours, or was told before.
  void told_logout(std::string_view provider, std::string token, std::function<void(Result<void>)> done);
  // Where whoever has this session can sign in again: "/sign-in/council", or the page for codes; empty: nowhere of
  // ours.
  Result<std::string> start_of(const Actor& actor);
  // Where to go so as to sign out there as well, bound to `browser`; empty when it is no provider's session.
  Result<std::string> begin_leaving(const Actor& actor, const SessionToken& browser);
  void leave(std::string_view provider, const std::optional<SessionToken>& browser,
             std::function<void(Result<std::string>)> done);

  SessionToken random_secret() { return SessionToken::random(chance_); }

 private:
  struct Arriving;
  ProviderLine* line(std::string_view provider);
  Result<std::string> authorization_address(const ProviderConfig& provider, const ProviderDocument& document,
                                            const SessionToken& browser, const Attempt& attempt);
  void exchange(const std::shared_ptr<Arriving>& arriving, const ProviderDocument& document);
  TokenWanted wanted_of(const ProviderConfig& provider) const;
  void prove(const std::shared_ptr<Arriving>& arriving, const TokenAnswer& tokens);
  Result<Arrival> settle(const Arriving& arriving);
  Result<bool> has_tries_left(const CodeEntry& entry);
  Result<bool> may_try_code(const CodeEntry& entry, const std::optional<RedeemedCode>& code);
  Result<void> count_wrong_code(const CodeEntry& entry);
  Result<NewSession> begin_session(const LinkedPerson& person, const ProvenIdentity& identity, const Actor& before,
                                   std::string_view device);
  Result<void> take_back_letter(PersonId person);
  Result<void> end_sessions(std::string_view provider, const std::string& subject, const std::string& sid);

  Database& database_;
  const Clock& clock_;
  Chance& chance_;
  Sessions& sessions_;
  const SignInConfig& config_;
  SignInStore store_{database_, clock_};
  AccessCodes codes_{database_, clock_, chance_};
  Throttles throttles_{database_, clock_};
  std::vector<std::unique_ptr<ProviderLine>> lines_;
};

}  // namespace alongside::server
