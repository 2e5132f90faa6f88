#include "plugins/feedback/api/personal.hpp"

#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/moment_text.hpp"
#include "app/server/personal/personal_tables.hpp"
#include "app/server/retention/reap_rows.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/safety_call.hpp"

namespace alongside::feedback {
namespace {

using server::HeldWords;
using server::PersonalContext;

constexpr server::Sentence call_title{"You said that you do not feel safe", "Dywedoch nad ydych yn teimlo'n ddiogel"};

void note_words(const VisitNote& note, HeldWords& words) {
  words.add({"Day", "Diwrnod"}, note.day)
      .add({"Where", "Ble"}, note.service_name)
      .add({"Words", "Geiriau"}, note.words);
}

void answers_words(const KeptAnswers& kept, HeldWords& words) {
  words.add({"Day", "Diwrnod"}, kept.day).add({"About", "Am"}, kept.response.about_service_name);
  words.add({"Your answers", "Eich atebion"}, wire::to_json(kept.response.answers));
}

void kept_call_words(const KeptSafetyCall& call, HeldWords& words) {
  const server::Sentence yes{"somebody has read it", "mae rhywun wedi'i ddarllen"};
  const server::Sentence no{"it has arrived", "mae wedi cyrraedd"};
  words.add({"Where it is", "Ble mae"}, call.is_read ? yes : no);
}

Result<void> tell_calls(const PersonalContext& context, server::EverythingHeld& held) {
  auto rows = ALONGSIDE_TRY(context.database.prepare(
      "SELECT arrived_ms, call FROM feedback_safety WHERE person = ?1 ORDER BY arrived_ms, id"));
  server::bind_id(rows, 1, context.person);
  server::HeldSection& section = held.section("feedback_safety", call_title);
  while (ALONGSIDE_TRY(rows.step()) == server::Step::Row) {
    const auto letter = ALONGSIDE_TRY(wire::decode_payload<SafetyLetter>(rows.column_bytes(1)));
    HeldWords words(held.language);
    words.moment({"Arrived", "Cyrhaeddodd"}, rows.column_integer(0))
        .add({"Your words", "Eich geiriau"}, letter.call.words);
    words.add({"How to reach you", "Sut i gysylltu â chi"}, letter.call.reach);
    section.items.push_back({std::string(call_title.in(held.language)), words.take(), wire::to_json(letter.call)});
  }
  return {};
}

Result<std::vector<std::string>> open_calls(const PersonalContext& context) {
  auto rows = ALONGSIDE_TRY(
      context.database.prepare("SELECT id FROM feedback_safety WHERE person = ?1 AND read_ms = 0 ORDER BY id"));
  server::bind_id(rows, 1, context.person);
  std::vector<std::string> open;
  while (ALONGSIDE_TRY(rows.step()) == server::Step::Row) {
    open.push_back("nobody has acknowledged a call for safety: " + server::column_id<SafetyId>(rows, 0).text());
  }
  return open;
}

// That somebody called, and who read it when, stays: whoever answers for children must be able to show it.
Result<void> erase_calls(const PersonalContext& context, server::Erasure& erasure) {
  auto rows = ALONGSIDE_TRY(context.database.prepare("SELECT id FROM feedback_safety WHERE person = ?1"));
  server::bind_id(rows, 1, context.person);
  std::vector<SafetyId> calls;
  while (ALONGSIDE_TRY(rows.step()) == server::Step::Row) calls.push_back(server::column_id<SafetyId>(rows, 0));
  auto clear =
      ALONGSIDE_TRY(context.database.prepare("UPDATE feedback_safety SET person = x'', call = ?2 WHERE id = ?1"));
  for (const SafetyId id : calls) {
    server::bind_id(clear, 1, id).bind_bytes(2, wire::encode_payload(SafetyLetter{SafetyCall{id, {}, {}, {}}, {}}));
    ALONGSIDE_TRY(clear.run());
  }
  erasure.erased("calls for safety: the caller and their words", static_cast<std::int64_t>(calls.size()));
  return {};
}

}  // namespace

void add_feedback_personal(server::PersonalTables& tables) {
  tables.kind<KeptAnswers>({"Answers you gave by name", "Atebion a roesoch dan eich enw"}, answers_words);
  tables.kind<VisitNote>({"How a visit was", "Sut oedd ymweliad"}, note_words);
  tables.kind<KeptSafetyCall>(call_title, kept_call_words);
  tables.open_matters(open_calls);
  const std::string nobodys = "answers without a name: nobody can tell whose they are";
  tables.add({"feedback_answers", {}, nobodys, {}, nobodys});
  tables.add({"feedback_safety", tell_calls, {}, erase_calls});
  tables.about_nobody("feedback_surveys", "which surveys are announced");
  tables.about_nobody("feedback_definitions", "the questions of surveys");
}

void add_feedback_retention(server::RetentionRules& rules) {
  using server::Retention;
  rules.add({"survey_answers", "answers without a name", "as the council says", &Retention::survey_answers,
             server::reap_where("feedback_answers", "id", "day < ?1")});
  rules.add({"survey_answers", "answers by name", "as the council says", &Retention::survey_answers,
             server::reap_kind<KeptAnswers>([](const KeptAnswers& kept) { return std::optional(kept.day); })});
  // One that nobody has acknowledged stays, however old it is.
  rules.add({"safety_calls", "calls of who did not feel safe, once acknowledged",
             "six years; what came of one is in the records of those who answer for children", &Retention::safety_calls,
             server::reap_where("feedback_safety", "id",
                                "read_ms > 0 AND arrived_ms < (?1 * 24 - 1) * 3600000"
                                " AND read_ms < (?1 * 24 - 1) * 3600000"
                                " AND person NOT IN (SELECT person FROM person_hold)")});
}

}  // namespace alongside::feedback
