// CouncilLetters: letters to the council's own staff that must arrive: what somebody has to read now. Each may wait
// until an hour, and is taken back when it is needed no more, so that "unless somebody has acted by then" needs no
// clock of its own. Never given up. Used by features inside their transaction; MailOutbox sends them with its own.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/result.hpp"
#include "app/server/mail/mail_config.hpp"
#include "app/server/mail/mail_outcome.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace alongside {
class Chance;
}

namespace alongside::server {

class Database;
struct DueLetter;

struct CouncilLetter {
  std::string to;
  std::string subject;  // one line
  std::string text;
};

class CouncilLetters {
 public:
  explicit CouncilLetters(Database& database) : database_(database) {}

  // `about`: what take_back() names it by. Nothing is sent before `due_ms`, milliseconds since 1970.
  Result<void> put(const CouncilLetter& letter, std::span<const std::uint8_t> about, std::int64_t due_ms,
                   Chance& chance);
  // All that has not been sent.
  Result<void> take_back(std::span<const std::uint8_t> about);

  // Inside the transaction of MailOutbox; it counts as tried from here on.
  Result<std::optional<DueLetter>> take_due(const MailConfig& mail, std::int64_t now_ms);
  Result<void> settle(const DueLetter& letter, const MailOutcome& outcome);
  Result<std::int64_t> waiting() const;
  Result<void> retry_all();

 private:
  Database& database_;
};

}  // namespace alongside::server
