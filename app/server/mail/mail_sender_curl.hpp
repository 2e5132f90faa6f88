// CurlSender: letters over SMTP by libcurl, the one place that sees it. "smtps://" is encrypted from the
// first byte and "smtp://" after STARTTLS, without which nothing is sent; only a mail server on this very
// machine is spoken to in the open. Owned by MailRounds.
#pragma once

#include "app/server/mail/mail_config.hpp"
#include "app/server/mail/mail_sender.hpp"

#include <memory>
#include <string>

namespace alongside::server {

std::unique_ptr<MailSender> make_curl_sender(const MailConfig& mail, std::string password);

}  // namespace alongside::server
