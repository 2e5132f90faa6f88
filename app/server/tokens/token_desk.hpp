// TokenDesk: gives each person one token for a purpose without seeing it, and takes tokens back
// without knowing whose they were. What it keeps of giving and of taking has nothing in common.
// Made by whoever needs one (the token routes, the feature that receives answers); owns nothing.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/migration.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace alongside::server {

class Database;

class TokenDesk {
 public:
  static constexpr std::size_t message_bytes = 64;  // 32 random ones in front, as "Randomized" asks
  static constexpr std::size_t token_bytes = message_bytes + 256;
  static constexpr std::size_t most_purpose_bytes = 120;

  explicit TokenDesk(Database& database) : database_(database) {}

  // From now on there are tokens for this purpose; nothing happens when there are already.
  Result<void> open(std::string_view purpose);
  // SubjectPublicKeyInfo; the same for everybody. NotFound when there is no such purpose.
  Result<Bytes> public_key(std::string_view purpose) const;
  // Signs for this person, once: the same blinded bytes get the same answer again, others Conflict.
  Result<Bytes> sign(std::string_view purpose, PersonId person, std::span<const std::uint8_t> blinded);
  // For whoever has a right of their own to one token; the caller sees to it that it is one.
  Result<Bytes> sign_for_holder(std::string_view purpose, std::span<const std::uint8_t> blinded) const;
  // Inside the transaction of what the token is for. NotAllowed: no token of this purpose;
  // Conflict: it was spent before.
  Result<void> spend(std::string_view purpose, std::span<const std::uint8_t> token);

  static std::span<const Migration> migrations();

 private:
  Result<bool> note_given(std::string_view purpose, PersonId person, std::span<const std::uint8_t> blinded);
  Database& database_;
};

}  // namespace alongside::server
