#include "app/server/mail/mail_config.hpp"

#include "app/base/text.hpp"
#include "app/server/json_fields.hpp"
#include "app/server/mail/mail_address.hpp"
#include "app/server/own_origins.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

namespace alongside::server {

namespace {

constexpr std::string_view server_rule =
    "write the mail server, like \"smtps://mail.northmere.example:465\" or \"smtp://127.0.0.1:25\"";
constexpr std::string_view from_rule = "write the address that emails come from, like \"alongside@northmere.example\"";
constexpr std::string_view app_rule = "write where families open Alongside, like \"https://short-breaks.example\"";
constexpr std::size_t longest_password = 1000;

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 && text.find_first_not_of("0123456789") == text.npos;
}

// A scheme, a host and perhaps a port: nothing else, so that no password ends up in it.
bool is_mail_server(std::string_view text) {
  for (const std::string_view scheme : {"smtp://", "smtps://"}) {
    if (!text.starts_with(scheme)) continue;
    std::string_view host = text.substr(scheme.size());
    const std::size_t colon = host.rfind(':');
    if (colon != host.npos) {
      if (!is_port(host.substr(colon + 1))) return false;
      host = host.substr(0, colon);
    }
    return is_mail_domain(host);
  }
  return false;
}

int optional_number(JsonFields& fields, const JsonValue& section, std::string_view key, NumberRule rule, int usual) {
  if (section.find(key) == nullptr) return usual;
  return static_cast<int>(fields.integer(key, rule));
}

void read_password_place(JsonFields& fields, MailConfig& mail) {
  mail.user = fields.optional_text("user", {200, "write the name to sign in with at the mail server"});
  mail.password_file = fields.optional_text("password_file", {500, "write the path of a file with the password"});
  mail.password_env = fields.optional_text("password_env", {100, "write the name of an environment variable"});
  const bool one = mail.password_file.empty() != mail.password_env.empty();
  if (!mail.user.empty() && !one) {
    fields.mistake("user", "say where its password is: \"password_file\" or \"password_env\", one of the two");
  }
  if (mail.user.empty() && !(mail.password_file.empty() && mail.password_env.empty())) {
    fields.mistake("user", "write the name that the password belongs to");
  }
}

Result<std::string> password_in(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.good() && !in.eof()) return Error{ErrorCode::Unavailable, "mail.password_file: " + path + " cannot be read"};
  return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

}  // namespace

MailConfig read_mail(JsonFields& parent) {
  MailConfig mail;
  const JsonValue* section = parent.optional("mail");
  if (section == nullptr) return mail;
  JsonFields fields = parent.object("mail");
  mail.server = fields.text("server", {200, server_rule});
  if (!mail.server.empty() && !is_mail_server(mail.server)) fields.mistake("server", server_rule);
  mail.from = fields.text("from", {200, from_rule});
  if (!mail.from.empty() && !is_mail_address(mail.from)) fields.mistake("from", from_rule);
  mail.app = fields.text("app", {200, app_rule});
  if (!mail.app.empty() && !check_own_origin(mail.app)) fields.mistake("app", app_rule);
  read_password_place(fields, mail);
  mail.hours_between = optional_number(fields, *section, "hours_between", {0, 24 * 14}, mail.hours_between);
  mail.wait_minutes = optional_number(fields, *section, "wait_minutes", {0, 24 * 60}, mail.wait_minutes);
  mail.first_retry_seconds =
      optional_number(fields, *section, "first_retry_seconds", {1, 3600}, mail.first_retry_seconds);
  fields.finish();
  return mail;
}

Result<std::string> mail_password(const MailConfig& mail) {
  if (mail.user.empty()) return std::string();
  std::string password;
  if (mail.password_env.empty()) {
    password = ALONGSIDE_TRY(password_in(mail.password_file));
  } else if (const char* value = std::getenv(mail.password_env.c_str())) {
    password = value;
  }
  const std::string where = mail.password_env.empty() ? mail.password_file : "$" + mail.password_env;
  if (password.empty()) return Error{ErrorCode::InvalidInput, "mail: there is no password in " + where};
  if (password.size() > longest_password) {
    return Error{ErrorCode::InvalidInput, "mail: what is in " + where + " is too long for a password"};
  }
  return password;
}

}  // namespace alongside::server
