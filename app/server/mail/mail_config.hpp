// MailConfig: where and how a council's Alongside sends its emails, from "mail" in the configuration
// file. Without that section no email is ever sent, and the application says so. The password is not
// in it: it is read when the server starts, from a file or the environment, and shown nowhere.
#pragma once

#include "app/base/result.hpp"

#include <string>

namespace alongside::server {

class JsonFields;

struct MailConfig {
  std::string server;  // "smtps://mail.northmere.example:465"; empty: no emails
  std::string from;    // the address that they come from
  std::string app;     // where families open Alongside, as in the letter; no slash at its end
  std::string user;    // empty: the mail server asks for none
  std::string password_file;
  std::string password_env;
  int hours_between = 12;        // at least, between two letters to the same person
  int wait_minutes = 10;         // so that what is new soon after goes with the same letter
  int first_retry_seconds = 60;  // then twice as long each time

  bool sends() const { return !server.empty(); }
};

// Reads the optional section "mail"; mistakes are noted with what to write.
MailConfig read_mail(JsonFields& parent);
// Empty when there is no user. An error says what is wrong with the file or the variable.
Result<std::string> mail_password(const MailConfig& mail);

}  // namespace alongside::server
