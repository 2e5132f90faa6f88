// MailOutcome: what became of a letter that was handed to a mail server, and a name for why: a stable
// word for the log and for `mail list`, never the mail server's own words, which may hold an address.
#pragma once

#include <cstdint>
#include <string>

namespace alongside::server {

enum class MailFate : std::uint8_t {
  Sent,
  Later,    // no connection, or the mail server asks to try again
  Refused,  // this letter will never be taken
};

struct MailOutcome {
  MailFate fate = MailFate::Later;
  std::string reason;  // "no_connection", "later_451", "refused_550"
};

}  // namespace alongside::server
