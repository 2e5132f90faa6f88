// PasskeyStore: the rows of passkeys: which there are of whom, by what number a device knows somebody, and the
// challenges that wait for an answer. Owned by PasskeyService; the server's thread only.
#pragma once

#include "app/server/passkeys/client_data.hpp"
#include "app/server/passkeys/passkey_check.hpp"
#include "app/server/sign_in/sign_in_store.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside {
class Chance;
class Clock;
}  // namespace alongside

namespace alongside::server {

class Database;

struct PasskeyRow {
  LinkedPerson person;
  std::string id;  // ours: 22 letters
  Bytes credential;
  PasskeyKey key;
  std::int64_t sign_count = 0;
  std::string name;
  Date since;
  Date used;
};

class PasskeyStore {
 public:
  static constexpr std::int64_t challenge_minutes = 5;

  PasskeyStore(Database& database, const Clock& clock, Chance& chance)
      : database_(database), clock_(clock), chance_(chance) {}

  // A new one, of 256 bits, for `asked_of` alone: once, for some minutes.
  Result<std::string> ask(PasskeyPurpose purpose, const Sha256& asked_of);
  // Once: it is gone whatever comes of it. False when it is too old, used, or was asked of somebody else.
  Result<bool> take(PasskeyPurpose purpose, const Sha256& asked_of, std::string_view challenge);

  Result<std::vector<PasskeyRow>> of(const LinkedPerson& person);
  Result<std::optional<PasskeyRow>> find(std::span<const std::uint8_t> credential);
  // Conflict: this credential is somebody's already.
  Result<void> add(const LinkedPerson& person, const NewPasskey& passkey, std::string_view name);
  Result<void> note_use(const PasskeyRow& passkey, std::uint32_t sign_count);
  // Its name; nothing when this person has none of this id.
  Result<std::optional<std::string>> remove(const LinkedPerson& person, std::string_view id);

  // 32 random bytes that stand for this person on devices, the same for all of their passkeys.
  Result<Bytes> handle_of(const LinkedPerson& person);

 private:
  Database& database_;
  const Clock& clock_;
  Chance& chance_;
};

}  // namespace alongside::server
