// The letter that Alongside writes to families: that there is something new, where to look, and how to have no
// more of these. It says nothing of a child, of money, of a service or of what anybody did: somebody
// else may read it. Pure; called for each letter that is due.
#pragma once

#include "app/base/result.hpp"
#include "app/server/language.hpp"
#include "app/server/mail/mail_config.hpp"
#include "app/wire/messages/council.hpp"

#include <cstdint>
#include <string>

namespace alongside::server {

struct MailLetter {
  std::string id;  // random; the same when it is sent again, so that a mailbox shows it once
  std::string to;
  Language language = Language::English;
  std::int64_t at_ms = 0;
  std::string subject = {};  // of a letter to the council's staff, and what it says
  std::string text = {};
};

// The whole message, headers and body. InvalidInput ("bad_address") when nobody can be written to there.
Result<std::string> mail_message(const MailLetter& letter, const MailConfig& mail, const wire::Council& council);

}  // namespace alongside::server
