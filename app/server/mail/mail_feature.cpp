#include "app/server/mail/mail_feature.hpp"

#include "app/server/feature.hpp"
#include "app/server/log.hpp"
#include "app/server/mail/council_letters.hpp"
#include "app/server/mail/mail_outbox.hpp"
#include "app/server/mail/mail_tables.hpp"
#include "app/server/metrics/measured_number.hpp"
#include "app/server/metrics/measures.hpp"
#include "app/server/personal/personal_rows.hpp"
#include "app/server/retention/reap_rows.hpp"

#include <algorithm>
#include <string>

namespace alongside::server {

namespace {

constexpr const char* no_mail =
    "This council sends no emails: its configuration has no \"mail\". Families see what is new in their inbox.\n";

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string line_of(const MailLine& line) {
  const bool given_up = line.state == MailState::GivenUp;
  std::string text = given_up ? "given up" : "waiting ";
  text += "  to person " + line.person.text() + ", " + counted(line.tries, "try", "tries");
  if (!line.reason.empty()) text += ", last: " + line.reason;
  if (!given_up && line.tries > 0) text += ", next try " + utc_time(line.due_ms);
  return text + "\n";
}

class MailFeature final : public Feature {
 public:
  explicit MailFeature(const FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "mail"; }
  std::span<const Migration> migrations() const override { return mail_migrations(); }

  // A code that was asked for before the backup may have gone, been used or been withdrawn since.
  Result<void> restored(Database& database) const override { return database.execute("DELETE FROM mail_code"); }

  void personal(PersonalTables& tables) override {
    tables.add(
        {"mail_letter",
         tell_rows({"mail_letter",
                    {"Emails that there is something new", "E-byst bod rhywbeth newydd"},
                    {"An email", "E-bost"},
                    "SELECT made_ms, sent_ms FROM mail_letter WHERE person = ?1 ORDER BY made_ms, id",
                    {{"made", {"Made", "Gwnaed"}, HeldAs::Moment}, {"sent", {"Sent", "Anfonwyd"}, HeldAs::Moment}}}),
         {},
         erase_rows("emails", "DELETE FROM mail_letter WHERE person = ?1")});
    tables.add({"mail_code",
                tell_rows({"mail_code",
                           {"Codes that are on their way to you by email", "Codau sydd ar eu ffordd atoch drwy e-bost"},
                           {"A code", "Cod"},
                           "SELECT made_ms FROM mail_code WHERE person = ?1 ORDER BY made_ms, id",
                           {{"made", {"Asked for", "Gofynnwyd amdano"}, HeldAs::Moment}}}),
                {},
                erase_rows("codes that waited to be sent", "DELETE FROM mail_code WHERE person = ?1")});
    tables.about_nobody("mail_to_council",
                        "letters to the council's own staff, with the number of what they are about");
  }

  void retention(RetentionRules& rules) override {
    rules.add({"emails", "notes of emails that were sent or given up", "longer than anybody asks whether one came",
               &Retention::emails,
               reap_where("mail_letter", "id",
                          "state IN (2, 3) AND made_ms < (?1 * 24 - 1) * 3600000 AND sent_ms < (?1 * 24 - 1) * 3600000"
                          " AND person NOT IN (SELECT person FROM person_hold)")});
    rules.add({"ended", "codes that were asked for by email and never left", "nobody waits for them after two days",
               &Retention::ended, reap_where("mail_code", "id", "made_ms < ?3 - 172800000")});
  }

  void measures(Measures& measures) override {
    measures.add({"letters_waiting", "Emails on their way, to families and to the council's staff.",
                  measured_number(context_.database,
                                  "SELECT (SELECT count(*) FROM mail_letter WHERE state IN (0, 1))"
                                  " + (SELECT count(*) FROM mail_to_council)")});
    measures.add({"letters_given_up", "Emails that could not be delivered: see council-api mail list.",
                  measured_number(context_.database, "SELECT count(*) FROM mail_letter WHERE state = 3")});
  }

  void verbs(Verbs& verbs) override {
    verbs.add(Role::System, {"mail",
                             "list",
                             "Say which emails wait, and which were given up and why.",
                             {},
                             [this](std::span<const std::string>) { return list(); }});
    verbs.add(Role::System, {"mail",
                             "retry",
                             "Try every email again now, those that were given up too.",
                             {},
                             [this](std::span<const std::string>) { return retry(); }});
  }

 private:
  MailOutbox outbox() { return MailOutbox(context_.database, context_.documents); }

  Result<std::string> list() {
    if (!context_.council.mail.sends()) return std::string(no_mail);
    const auto lines = ALONGSIDE_TRY(outbox().lines());
    const auto given_up = std::ranges::count(lines, MailState::GivenUp, &MailLine::state);
    std::string report = counted(std::ssize(lines) - given_up, "email waits", "emails wait") + ", " +
                         counted(given_up, "was given up", "were given up") + ".\n";
    for (const MailLine& line : lines) report += line_of(line);
    const std::int64_t to_council = ALONGSIDE_TRY(CouncilLetters(context_.database).waiting());
    if (to_council > 0)
      report += counted(to_council, "letter", "letters") + " to the council's own staff could not be sent.\n";
    return report;
  }

  Result<std::string> retry() {
    if (!context_.council.mail.sends()) return std::string(no_mail);
    const std::int64_t count = ALONGSIDE_TRY(outbox().retry_all());
    return counted(count, "email is", "emails are") + " tried again within a minute.\n";
  }

  FeatureContext context_;
};

}  // namespace

std::unique_ptr<Feature> make_mail_feature(const FeatureContext& context) {
  return std::make_unique<MailFeature>(context);
}

}  // namespace alongside::server
