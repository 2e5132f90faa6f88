// MailServer: a real SMTP server on this machine for one test case, which can be told how to behave,
// stopped and started again at the same port. See support/smtp_server.mjs.
#pragma once

#include "tests/contract/server_process.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::contract {

// A letter as the mail server got it.
struct Delivered {
  std::string to;    // of the envelope
  std::string text;  // headers and body
};

class MailServer {
 public:
  MailServer();
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;
  ~MailServer() { stop(); }

  std::uint16_t port() const { return port_; }
  void start();
  void stop();
  void behave(const std::string& mode) const;
  std::vector<Delivered> letters() const;
  // The letters once there are as many; gives up after fifteen seconds.
  std::vector<Delivered> letters_of(std::size_t count) const;

 private:
  TemporaryFolder folder_;
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace alongside::contract
