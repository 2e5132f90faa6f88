// InvitationDesk: codes that are good for one anonymous answer each. A code buys one token, signed unseen, and the
// answer comes with the token alone: of a code is kept that it was used, of an answer nothing of a code, and of neither
// whom it was for. Kept as slow hashes. Used by the invitations feature; owns nothing.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/digest.hpp"
#include "app/server/migration.hpp"
#include "plugins/feedback/model/edition.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace alongside {
class Chance;
}
namespace alongside::server {
class Database;
}

namespace alongside::feedback {

struct Invitation {
  std::string name;  // the first letters of its code
  SurveyId survey;
  Date until;  // the last day
  bool is_used = false;
  std::string service, service_name;
};

// The secret half of a code with its slow hash: made where nobody waits.
struct CodeSecret {
  std::string letters;
  std::array<std::uint8_t, 16> salt{};
  server::Sha256 hash{};
  static Result<CodeSecret> make(Chance& chance);
};

// What codes are for.
struct InvitationFor {
  SurveyId survey;
  Date until;
  std::string service, service_name;
};

class InvitationDesk {
 public:
  static constexpr int most_tries = 5;
  struct Counts {
    std::size_t made = 0, used = 0;
  };

  explicit InvitationDesk(server::Database& database) : database_(database) {}

  // "K7QM-4XBN-9TRW", one for each secret. Inside the caller's transaction.
  Result<std::vector<std::string>> issue(const InvitationFor& what, const std::vector<CodeSecret>& secrets,
                                         Chance& chance);
  // However it was typed. Nothing when it is wrong or was tried too often; takes as long either way.
  Result<std::optional<Invitation>> look_up(std::string_view typed);
  // The code has bought a token for these blinded bytes. The same ones may come again; Conflict: others were first.
  Result<void> use(const Invitation& invitation, std::span<const std::uint8_t> blinded);
  // No unused code of this survey is good any more; how many that were.
  Result<std::size_t> end(SurveyId survey);
  Result<Counts> counts(SurveyId survey);
  // Codes whose last day has passed are forgotten.
  Result<void> tidy(Date today);

  static std::span<const server::Migration> migrations();

 private:
  Result<std::string> put(const InvitationFor& what, const CodeSecret& secret, Chance& chance);
  server::Database& database_;
};

}  // namespace alongside::feedback
