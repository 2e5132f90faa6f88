#include "app/server/mail/mail_letter.hpp"

#include "app/server/council_words.hpp"
#include "app/server/mail/mail_address.hpp"
#include "app/server/mail/mail_text.hpp"

namespace alongside::server {

namespace {

constexpr Sentence subject{"Something new for you in Alongside", "Rhywbeth newydd i chi yn Alongside"};
constexpr Sentence news{"There is something new for you in Alongside. You can read it here:",
                        "Mae rhywbeth newydd i chi yn Alongside. Gallwch ei ddarllen yma:"};
constexpr Sentence stop{"Do you want no more of these emails? Sign in and choose “No emails” here:",
                        "Ddim eisiau rhagor o'r e-byst hyn? Mewngofnodwch a dewis “Dim e-byst” yma:"};
constexpr Sentence no_replies{"Nobody reads what is sent to this address. To talk to a person, ring ",
                              "Does neb yn darllen yr hyn a anfonir i'r cyfeiriad hwn. I siarad â pherson, ffoniwch "};

std::string body(Language language, const MailConfig& mail, const wire::Council& council) {
  std::string text(news.in(language));
  text += "\n\n" + mail.app + "/inbox\n\n";
  text += stop.in(language);
  text += "\n\n" + mail.app + "/account\n\n";
  text += no_replies.in(language);
  text += council.help.phone + ".\n\n";
  text += in_language(council.name, language);
  return text + "\n";
}

}  // namespace

Result<std::string> mail_message(const MailLetter& letter, const MailConfig& mail, const wire::Council& council) {
  if (!is_mail_address(letter.to) || !is_mail_address(mail.from)) return Error{ErrorCode::InvalidInput, "bad_address"};
  std::string text;
  const auto header = [&text](std::string_view name, const std::string& value) {
    text.append(name).append(": ").append(value).append("\r\n");
  };
  header("Date", header_date(letter.at_ms));
  header("From", header_words(in_language(council.name, letter.language)) + "\r\n <" + mail.from + ">");
  header("To", "<" + letter.to + ">");
  header("Subject", header_words(letter.text.empty() ? subject.in(letter.language) : std::string_view(letter.subject)));
  header("Message-ID", "<" + letter.id + "@" + std::string(domain_of(mail.from)) + ">");
  header("Auto-Submitted", "auto-generated");  // RFC 3834: no "I am on holiday" comes back
  header("MIME-Version", "1.0");
  header("Content-Type", "text/plain; charset=utf-8");
  header("Content-Transfer-Encoding", "quoted-printable");
  header("Content-Language", letter.language == Language::Welsh ? "cy" : "en");
  return text + "\r\n" + quoted_printable(letter.text.empty() ? body(letter.language, mail, council) : letter.text);
}

}  // namespace alongside::server
