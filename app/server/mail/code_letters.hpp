// CodeLetters: emails that bring somebody their code, an invitation or a recovery. The code is made when its letter
// leaves, so that no code ever stands in the database; one that could not be delivered stops working, and the next try
// brings another. Asked for by SignInService; MailOutbox sends them with its own. On the server's one thread.
#pragma once

#include "app/base/result.hpp"
#include "app/server/mail/mail_config.hpp"
#include "app/server/mail/mail_outcome.hpp"
#include "app/server/sign_in/access_codes.hpp"

#include <cstdint>
#include <optional>

namespace alongside::server {

class Database;
class Documents;
struct DueLetter;

class CodeLetters {
 public:
  static constexpr int code_lasts_days = 2;  // a letter may lie open for longer than a sheet of paper
  static constexpr int most_tries = 8;       // about two hours, when each fails

  CodeLetters(Database& database, Documents& documents) : database_(database), documents_(documents) {}

  // One a person: a second takes the place of the first. Whether they have an address is looked up when it leaves.
  Result<void> ask_for(PersonId person, CodePurpose purpose, std::int64_t now_ms, Chance& chance);
  // What has not left yet never does.
  Result<void> take_back(PersonId person);

  // Inside the transaction of MailOutbox; it counts as tried from here on. Whoever has no address any more is left out
  // without a word.
  Result<std::optional<DueLetter>> take_due(const MailConfig& mail, std::int64_t now_ms, Chance& chance);
  // Whether there will be another try.
  Result<bool> settle(const DueLetter& letter, const MailOutcome& outcome, std::int64_t now_ms);

 private:
  struct Candidate;
  Result<std::optional<Candidate>> candidate(std::int64_t now_ms);
  Result<DueLetter> letter_to(const Candidate& candidate, const std::string& address, const MailConfig& mail,
                              std::int64_t now_ms, Chance& chance);

  Database& database_;
  Documents& documents_;
};

}  // namespace alongside::server
