// PasskeyService: signing in with a passkey, and adding and removing one. Knows no HTTP: the routes turn what it says
// into pages. What a device answers is believed only for our own origin and host, to a challenge of this browser or
// session, with the person recognised by the device, by the one key we know. Owned by PasskeyFeature; the server's
// thread only.
#pragma once

#include "app/server/notices/notice_writer.hpp"
#include "app/server/passkeys/passkey_store.hpp"
#include "app/server/session/session_cookie.hpp"
#include "app/server/session/sessions.hpp"
#include "app/server/sign_in/sign_in_config.hpp"
#include "app/server/sign_in/sign_in_store.hpp"
#include "app/server/sign_in/throttles.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

// What the browser and the device say, as it came.
struct PasskeyEntry {
  Bytes credential;
  Bytes client_data;
  Bytes auth_data;
  Bytes signature;
  Bytes handle;  // whose the device says that it is
  std::string device_name;
  std::string address;
  SignInCookies cookies;
  Actor before;
};

struct SignedInByPasskey {
  NewSession session;
  SessionToken device;  // by which this browser is known from now on
};

// What a device is asked for when one is added.
struct PasskeyAsked {
  std::string challenge;
  Bytes handle;
  std::string person_name;
  std::vector<Bytes> known;  // a device that has one of these makes no second one
};

struct PasskeyMade {
  Bytes client_data;
  Bytes auth_data;
  std::string name;
};

class PasskeyService {
 public:
  static constexpr std::size_t most_each = 10;
  static constexpr std::int64_t fresh_minutes = 15;

  // What it is made of; all of it outlives the service.
  struct Parts {
    Database& database;
    Documents& documents;
    const Clock& clock;
    Chance& chance;
    Sessions& sessions;
    const SignInConfig& config;
  };
  explicit PasskeyService(const Parts& parts) : parts_(parts) {}

  bool offered() const { return parts_.config.passkeys == PasskeyUse::Offered; }

  // The challenge for this browser.
  Result<std::string> begin_sign_in(const SessionToken& browser);
  // NotAllowed: refused, for whatever reason; the reason is for the log. Conflict: the device's count of signatures
  // went back, so there may be two of it; that is noted. Unavailable: too many were refused from there.
  Result<SignedInByPasskey> sign_in(const PasskeyEntry& entry);

  Result<std::vector<PasskeyRow>> list(const Actor& actor);
  // Whether they signed in a moment ago: who only finds a device open must not make themselves a way in.
  Result<bool> is_fresh(const Actor& actor);
  Result<PasskeyAsked> begin_add(const Actor& actor);
  // SignedOut: not a moment ago. TooLarge: they have as many as one may. NotAllowed and Conflict: this one is no good.
  Result<void> add(const Actor& actor, const PasskeyMade& made);
  // Whoever is signed in by it is signed out. NotFound: they have no such passkey.
  Result<void> remove(const Actor& actor, std::string_view id);

 private:
  Result<PasskeyRow> known(const PasskeyEntry& entry);
  Result<bool> has_tries_left(const PasskeyEntry& entry);
  Result<void> count_refused(const PasskeyEntry& entry);
  Result<SignedInByPasskey> let_in(const PasskeyRow& passkey, std::uint32_t sign_count, const PasskeyEntry& entry);
  Result<void> tell(const Actor& actor, const NewNotice& notice);

  Parts parts_;
  PasskeyStore store_{parts_.database, parts_.clock, parts_.chance};
  SignInStore sign_ins_{parts_.database, parts_.clock};
  Throttles throttles_{parts_.database, parts_.clock};
};

}  // namespace alongside::server
