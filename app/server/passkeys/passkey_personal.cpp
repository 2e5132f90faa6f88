#include "app/server/passkeys/passkey_personal.hpp"

#include "app/server/council_config.hpp"
#include "app/server/personal/personal_rows.hpp"
#include "app/server/retention/reap_rows.hpp"

namespace alongside::server {

void add_passkey_personal(PersonalTables& tables) {
  tables.add({"passkey",
              tell_rows({"passkey",
                         {"How you sign in", "Sut rydych yn mewngofnodi"},
                         {"A passkey", "Allwedd mynediad"},
                         "SELECT name, since_day, used_day FROM passkey WHERE person = ?1 ORDER BY since_day, name, id",
                         {{"name", {"Its name", "Ei henw"}},
                          {"since", {"Since", "Ers"}, HeldAs::Day},
                          {"used", {"Last used", "Defnyddiwyd ddiwethaf"}, HeldAs::Day}}}),
              {},
              erase_rows("passkeys", "DELETE FROM passkey WHERE person = ?1")});
  tables.add({"passkey_holder",
              {},
              "a random number by which devices know them, and nothing else",
              erase_rows("numbers by which devices knew them", "DELETE FROM passkey_holder WHERE person = ?1")});
  tables.about_nobody("passkey_challenge", "sums of numbers that a browser was asked to sign, for minutes");
}

void add_passkey_retention(RetentionRules& rules) {
  rules.add({"sign_ins", "passkeys that nobody used any more", "as long as devices that nobody used any more",
             &Retention::sign_ins, reap_where("passkey", "household, person, id", "used_day < ?1")});
  rules.add({"ended", "numbers that browsers were asked to sign, once they are over", "nothing needs them",
             &Retention::ended, reap_where("passkey_challenge", "challenge", "until_ms <= ?3")});
}

}  // namespace alongside::server
