#include "app/server/sign_in/sign_in_personal.hpp"

#include "app/base/clock.hpp"
#include "app/server/council_config.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/personal/personal_rows.hpp"
#include "app/server/retention/reap_rows.hpp"

namespace alongside::server {

namespace {

constexpr Sentence section_words{"How you sign in", "Sut rydych yn mewngofnodi"};

Result<void> keep_sign_in_audit(const PersonalContext& context, Erasure& erasure) {
  auto count = ALONGSIDE_TRY(context.database.prepare("SELECT count(*) FROM sign_in_audit WHERE person = ?1"));
  ALONGSIDE_TRY(bind_id(count, 1, context.person).step());
  erasure.kept({"notes of codes: numbers, times and officers", "they show who let somebody in", count.column_integer(0),
                Date(context.clock.today().days() + context.council.retention_days.audit)});
  return {};
}

TellHeld ways_told() {
  return tell_rows(
      {"sign_in_identity",
       section_words,
       {"A way in", "Ffordd i mewn"},
       "SELECT provider, subject, since_day FROM sign_in_identity WHERE person = ?1 ORDER BY provider, subject",
       {{"provider", {"By", "Drwy"}},
        {"subject", {"Your number there", "Eich rhif yno"}},
        {"since", {"Since", "Ers"}, HeldAs::Day}}});
}

TellHeld codes_told() {
  return tell_rows({"sign_in_code",
                    section_words,
                    {"A code that we gave you", "Cod a roesom i chi"},
                    "SELECT until_ms FROM sign_in_code WHERE person = ?1 ORDER BY until_ms, name",
                    {{"until", {"Good until", "Yn ddilys tan"}, HeldAs::Moment}}});
}

TellHeld devices_told() {
  return tell_rows({"sign_in_device",
                    section_words,
                    {"A device that we know", "Dyfais rydym yn ei hadnabod"},
                    "SELECT used_day FROM sign_in_device WHERE person = ?1 ORDER BY used_day, device",
                    {{"used", {"Last used", "Defnyddiwyd ddiwethaf"}, HeldAs::Day}}});
}

TellHeld audit_of_codes_told() {
  return tell_rows({"sign_in_audit",
                    section_words,
                    {"Something was done about your ways in", "Gwnaed rhywbeth am eich ffyrdd i mewn"},
                    "SELECT at_ms, what FROM sign_in_audit WHERE person = ?1 ORDER BY at_ms, number",
                    {{"at", {"When", "Pryd"}, HeldAs::Moment}, {"what", {"What", "Beth"}}}});
}

}  // namespace

void add_sign_in_personal(PersonalTables& tables) {
  tables.add({"sign_in_session",
              {},
              "which way in each of the places where you are signed in came by",
              erase_rows("where those places came from",
                         "DELETE FROM sign_in_session WHERE (provider, subject) IN"
                         " (SELECT provider, subject FROM sign_in_identity WHERE person = ?1)"
                         " OR session IN (SELECT handle FROM session WHERE person = ?1)"
                         " OR session NOT IN (SELECT handle FROM session)")});
  tables.add({"sign_in_identity",
              ways_told(),
              {},
              erase_rows("ways to sign in", "DELETE FROM sign_in_identity WHERE person = ?1")});
  tables.add({"sign_in_code",
              codes_told(),
              {},
              erase_rows("codes that were not used", "DELETE FROM sign_in_code WHERE person = ?1")});
  tables.add({"sign_in_device",
              devices_told(),
              {},
              erase_rows("devices that were known", "DELETE FROM sign_in_device WHERE person = ?1")});
  tables.add({"sign_in_audit", audit_of_codes_told(), {}, keep_sign_in_audit});
  tables.about_nobody("sign_in_attempt", "browsers on their way to a provider, for minutes; nobody is known yet");
  tables.about_nobody("sign_in_waiting", "browsers that wait for a code, for minutes; nobody is known yet");
  tables.about_nobody("sign_in_leaving", "browsers on their way out at a provider, for minutes");
  tables.about_nobody("sign_in_logout", "numbers of messages from providers, for minutes");
  tables.about_nobody("sign_in_throttle", "sums of addresses and codes, to slow guessing down");
}

void add_sign_in_retention(RetentionRules& rules) {
  rules.add({"sign_ins", "notes of codes that were given and used", "a year, and a month to ask about it",
             &Retention::sign_ins,
             reap_where("sign_in_audit", "number",
                        "at_ms < (?1 * 24 - 1) * 3600000 AND person NOT IN (SELECT person FROM person_hold)")});
  rules.add({"sign_ins", "devices that nobody used any more", "as above", &Retention::sign_ins,
             reap_where("sign_in_device", "device, person", "used_day < ?1")});
  rules.add({"request_logs", "sums of addresses and codes that slow guessing down", "as long as logs of requests",
             &Retention::request_logs, reap_where("sign_in_throttle", "kind, key", "at_ms < (?1 * 24 - 1) * 3600000")});
  rules.add({"ended", "codes, attempts and messages of providers that are over", "nothing needs them",
             &Retention::ended, reap_where("sign_in_code", "name", "until_ms <= ?3")});
}

}  // namespace alongside::server
