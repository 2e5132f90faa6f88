#include "app/server/tokens/token_desk.hpp"

#include "app/server/database.hpp"
#include "app/server/digest.hpp"
#include "app/server/tokens/blind_signature_openssl.hpp"

#include <algorithm>

namespace alongside::server {
namespace {

// No table has a rowid: a rowid would remember in which order things came.
constexpr Migration migrations_[] = {
    {1, "keys, given, spent",
     "CREATE TABLE token_keys (purpose TEXT PRIMARY KEY, secret_key BLOB NOT NULL, public_key BLOB NOT NULL) STRICT, "
     "WITHOUT ROWID;"
     "CREATE TABLE token_given (person BLOB NOT NULL, purpose TEXT NOT NULL, blinded_hash BLOB NOT NULL, "
     "PRIMARY KEY (person, purpose)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE token_spent (token_hash BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;"}};

Error no_such_purpose() { return Error{ErrorCode::NotFound, "there are no tokens for this purpose"}; }

// The purpose goes into the hash: the keys differ anyway, but so nobody has to rely on that.
Result<Sha256> spent_hash(std::string_view purpose, std::span<const std::uint8_t> message) {
  Bytes all(purpose.begin(), purpose.end());
  all.push_back(0);
  all.insert(all.end(), message.begin(), message.end());
  return sha256(all);
}

Result<Bytes> key_of(Database& database, std::string_view sql, std::string_view purpose) {
  if (purpose.size() > TokenDesk::most_purpose_bytes) return no_such_purpose();
  auto select = ALONGSIDE_TRY(database.prepare(sql));
  if (ALONGSIDE_TRY(select.bind(1, purpose).step()) == Step::Done) return no_such_purpose();
  const auto bytes = select.column_bytes(0);
  return Bytes(bytes.begin(), bytes.end());
}

}  // namespace

std::span<const Migration> TokenDesk::migrations() { return migrations_; }

Result<void> TokenDesk::open(std::string_view purpose) {
  if (public_key(purpose).ok()) return {};
  const BlindKeyPair pair = ALONGSIDE_TRY(make_blind_key_pair());
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO token_keys(purpose, secret_key, public_key) VALUES(?1, ?2, ?3)"));
  return insert.bind(1, purpose).bind_bytes(2, pair.secret).bind_bytes(3, pair.open).run();
}

Result<Bytes> TokenDesk::public_key(std::string_view purpose) const {
  return key_of(database_, "SELECT public_key FROM token_keys WHERE purpose = ?1", purpose);
}

Result<Bytes> TokenDesk::sign_for_holder(std::string_view purpose, std::span<const std::uint8_t> blinded) const {
  const Bytes secret =
      ALONGSIDE_TRY(key_of(database_, "SELECT secret_key FROM token_keys WHERE purpose = ?1", purpose));
  return blind_sign(secret, blinded);
}

Result<Bytes> TokenDesk::sign(std::string_view purpose, PersonId person, std::span<const std::uint8_t> blinded) {
  Bytes signature = ALONGSIDE_TRY(sign_for_holder(purpose, blinded));
  if (!ALONGSIDE_TRY(note_given(purpose, person, blinded))) {
    return Error{ErrorCode::Conflict, "this person has had their token"};
  }
  return signature;
}

// Only a hash of the blinded bytes is kept: enough to know a repeat.
Result<bool> TokenDesk::note_given(std::string_view purpose, PersonId person, std::span<const std::uint8_t> blinded) {
  const Sha256 hash = ALONGSIDE_TRY(sha256(blinded));
  auto insert = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO token_given(person, purpose, blinded_hash) VALUES(?1, ?2, ?3) ON CONFLICT DO NOTHING"));
  ALONGSIDE_TRY(insert.bind_bytes(1, person.bytes()).bind(2, purpose).bind_bytes(3, hash).run());
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT blinded_hash FROM token_given WHERE person = ?1 AND purpose = ?2"));
  if (ALONGSIDE_TRY(select.bind_bytes(1, person.bytes()).bind(2, purpose).step()) == Step::Done) return false;
  return std::ranges::equal(select.column_bytes(0), hash);
}

Result<void> TokenDesk::spend(std::string_view purpose, std::span<const std::uint8_t> token) {
  if (token.size() != token_bytes) return Error{ErrorCode::NotAllowed, "this is no token"};
  const Bytes open = ALONGSIDE_TRY(public_key(purpose));
  const auto message = token.first(message_bytes);
  ALONGSIDE_TRY(verify_blind(open, message, token.subspan(message_bytes)));
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO token_spent(token_hash) VALUES(?1) ON CONFLICT DO NOTHING"));
  ALONGSIDE_TRY(insert.bind_bytes(1, ALONGSIDE_TRY(spent_hash(purpose, message))).run());
  if (database_.changes() == 0) return Error{ErrorCode::Conflict, "this token was used before"};
  return {};
}

}  // namespace alongside::server
