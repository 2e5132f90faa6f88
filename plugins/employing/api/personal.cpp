#include "plugins/employing/api/personal.hpp"

#include "app/server/personal/personal_tables.hpp"
#include "plugins/employing/model/work_entry.hpp"
#include "plugins/employing/model/worker.hpp"

namespace alongside::employing {
namespace {

using server::HeldWords;

void worker_words(const Worker& worker, HeldWords& words) {
  words.add({"Name", "Enw"}, worker.name).add({"Born", "Ganwyd"}, worker.birth.value_or(Date()));
  words.add({"Pay for an hour", "Tâl am awr"}, worker.rate).add({"Starts", "Yn dechrau"}, worker.starts);
  words.add({"Ends", "Yn gorffen"}, worker.ends.value_or(Date()));
}

void entry_words(const WorkEntry& entry, HeldWords& words) {
  words.add({"Day", "Diwrnod"}, entry.day).add({"Minutes", "Munudau"}, std::to_string(entry.minutes));
  words.add({"Note", "Nodyn"}, entry.note).add({"Why it was changed", "Pam y cafodd ei newid"}, entry.reason);
}

void confirmation_words(const Confirmation& confirmation, HeldWords& words) {
  words.add({"Day", "Diwrnod"}, confirmation.day).add({"What they said", "Beth ddywedon nhw"}, confirmation.words);
}

}  // namespace

void add_employing_personal(server::PersonalTables& tables) {
  tables.kind<Worker>({"Somebody you pay to help", "Rhywun rydych yn ei dalu i helpu"}, worker_words);
  tables.kind<WorkEntry>({"Hours", "Oriau"}, entry_words);
  tables.kind<Confirmation>({"Hours that were looked through", "Oriau a gafodd eu gwirio"}, confirmation_words);
  tables.about_nobody("employing_figures", "figures of pay, for everybody");
}

}  // namespace alongside::employing
