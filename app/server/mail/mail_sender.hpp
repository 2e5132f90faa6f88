// MailSender: hands one letter to the council's mail server and waits for its answer. One implementation,
// CurlSender; tests of what is around it give their own. Called by MailThread, on its thread.
#pragma once

#include "app/server/mail/mail_outcome.hpp"

#include <atomic>
#include <string>

namespace alongside::server {

struct OutgoingMail {
  std::string from;
  std::string to;
  std::string message;
};

class MailSender {
 public:
  virtual ~MailSender() = default;
  // Comes back soon after `stop` has become true, whatever is under way.
  virtual MailOutcome send(const OutgoingMail& mail, const std::atomic<bool>& stop) = 0;
};

}  // namespace alongside::server
