// AccessCodes: the codes with which the council's people tie somebody who has signed in at a provider to a
// person of a household: invitations, and recoveries for who cannot get in any more. Shown once, kept as a
// slow hash, good once and for some days, for few wrong tries. Owned by SignInDesk.
#pragma once

#include "app/base/result.hpp"
#include "app/server/sign_in/sign_in_store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace alongside {
class Chance;
class Clock;
}  // namespace alongside

namespace alongside::server {

class Database;

// Numbers in the database. Recovery: what was tied to this person before no longer is.
enum class CodePurpose : std::uint8_t { Invitation = 0, Recovery = 1 };

struct RedeemedCode {
  LinkedPerson person;
  CodePurpose purpose = CodePurpose::Invitation;
};

class AccessCodes {
 public:
  static constexpr int lasts_days = 7;
  static constexpr int most_tries = 5;

  AccessCodes(Database& database, const Clock& clock, Chance& chance)
      : database_(database), clock_(clock), chance_(chance) {}

  // "K7QM-4XBN-9TRW". Earlier codes of this person stop working. NotFound when there is no such person.
  Result<std::string> issue(PersonId person, CodePurpose purpose, int days = lasts_days);
  // Whose it is, however it was typed: small letters, spaces, without dashes. Nothing when it is wrong, used, too
  // old or tried too often; which of these is told to nobody. Takes as long either way.
  Result<std::optional<RedeemedCode>> look_up(std::string_view typed);
  // After a code was used: no code of this person is good any more.
  Result<void> use_up(PersonId person);

 private:
  Result<std::optional<LinkedPerson>> find_person(PersonId person);
  std::string random_letters(std::size_t count);

  Database& database_;
  const Clock& clock_;
  Chance& chance_;
};

// The twelve letters of a code as it was meant: capitals, 0 for O, 1 for I and L. Empty when it cannot be one.
std::string meant_code(std::string_view typed);

}  // namespace alongside::server
