// MailOutbox: the letters that are on their way. A notice puts one in, in its own transaction, unless one
// is waiting for that person already; MailRounds takes out what is due and says what became of it. A
// letter is marked before it is handed over, so that a server which is killed meanwhile sends it again
// with the same Message-ID rather than not at all. On the server's one thread.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/mail/mail_config.hpp"
#include "app/server/mail/mail_letter.hpp"
#include "app/server/mail/mail_outcome.hpp"
#include "app/wire/messages/operation.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace alongside {
class Chance;
}

namespace alongside::server {

class Database;
class Documents;

using MailId = Id<struct MailTag>;

enum class MailState : std::uint8_t {
  Waiting,
  MaybeSent,  // handed over; what became of it was not noted
  Sent,       // kept to know when the next one may go
  GivenUp,
};

// That there is something new; to the council's own staff (council_letters.hpp); with a code (code_letters.hpp).
enum class LetterKind : std::uint8_t { News, ToCouncil, Code };

struct DueLetter {
  MailId id;
  std::string to;
  Language language = Language::English;
  int tries = 0;             // this one included
  std::string subject = {};  // and what it says: of all but the news, which are always the same
  std::string text = {};
  LetterKind kind = LetterKind::News;
};

// For whoever looks after the server: no address and no name.
struct MailLine {
  PersonId person;
  MailState state = MailState::Waiting;
  std::int64_t due_ms = 0;
  int tries = 0;
  std::string reason;
};

class MailOutbox {
 public:
  static constexpr int most_tries = 15;  // a little over three days, when each fails

  MailOutbox(Database& database, Documents& documents) : database_(database), documents_(documents) {}

  // Inside the transaction of the notice. Nothing, unless this person wants letters and can have them.
  Result<void> note_notice(const wire::Subject& own, std::int64_t now_ms, Chance& chance);

  // The next letter that may go now; it counts as tried from here on. What nobody wants any more, or whose
  // notices have been read meanwhile, is dropped on the way.
  Result<std::optional<DueLetter>> take_due(const MailConfig& mail, std::int64_t now_ms);
  Result<MailState> settle(const DueLetter& letter, const MailOutcome& outcome, std::int64_t now_ms);

  Result<std::vector<MailLine>> lines() const;  // all but the sent ones
  Result<std::int64_t> retry_all();             // how many

 private:
  struct Candidate {
    MailId id;
    wire::Subject own;
    int tries = 0;
  };
  Result<std::optional<Candidate>> candidate(const MailConfig& mail, std::int64_t now_ms) const;
  Result<std::optional<DueLetter>> wanted(const Candidate& candidate) const;
  Result<std::optional<DueLetter>> urgent(const MailConfig& mail, std::int64_t now_ms);
  Result<std::optional<DueLetter>> news(const MailConfig& mail, std::int64_t now_ms);
  Result<MailState> settle_urgent(const DueLetter& letter, const MailOutcome& outcome, std::int64_t now_ms);
  Result<bool> has_unread(const wire::Subject& own) const;
  Result<void> drop(MailId id);

  Database& database_;
  Documents& documents_;
};

// How long after a try that failed the next one follows.
std::int64_t mail_pause_ms(int tries, int first_seconds);

}  // namespace alongside::server
