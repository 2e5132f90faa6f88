#include "plugins/feedback/api/safety_box.hpp"

#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/base/text.hpp"
#include "app/base/utf8.hpp"
#include "app/server/council_config.hpp"
#include "app/server/id_column.hpp"
#include "app/server/mail/council_letters.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

using server::bind_id, server::column_id;

constexpr std::int64_t hour_ms = 60 * 60 * 1000;
constexpr std::string_view columns = "SELECT id, arrived_ms, person, read_ms, read_by, call FROM feedback_safety ";

Bytes bytes_of(SafetyCall call) {
  call.tail = {};
  return wire::encode_payload(SafetyLetter{std::move(call), {}});
}

SafetyBox::Line line_of(const server::Statement& row) {
  return {column_id<SafetyId>(row, 0), row.column_integer(1), !row.column_bytes(2).empty(), row.column_integer(3),
          std::string(row.column_text(4))};
}

// Nothing of what was written: whoever opens a mailbox may not be whom it is for.
server::CouncilLetter letter_of(SafetyId id, std::string to, bool is_late) {
  server::CouncilLetter letter;
  letter.to = std::move(to);
  letter.subject = is_late ? "Still not acknowledged: somebody does not feel safe" : "Somebody does not feel safe";
  letter.text = std::string(is_late ? "Nobody has acknowledged this yet. " : "") +
                "Somebody has told us in Alongside that they do not feel safe.\n\nRead it now:\n\n  council-api safety "
                "show " +
                id.text() +
                "\n\nThen say that you have it, so that they can see it and nobody else is told:\n\n"
                "  council-api safety acknowledge " +
                id.text() + " \"YOUR NAME\"\n";
  return letter;
}

}  // namespace

Result<void> check(const SafetyCall& call) {
  if (call.id.is_nil()) return Error{ErrorCode::InvalidInput, "bad_payload"};
  const bool is_long = call.words.size() > SafetyCall::most_bytes || call.reach.size() > SafetyCall::most_reach_bytes;
  if (is_long) return Error{ErrorCode::TooLarge, "too_long"};
  if (!is_text(call.words) || !is_text(call.reach)) return Error{ErrorCode::InvalidInput, "bad_words"};
  return {};
}

Result<void> SafetyBox::receive(const SafetyCall& call) {
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
  ALONGSIDE_TRY(put(call, {}));
  return transaction.commit();
}

Result<void> SafetyBox::put(const SafetyCall& call, PersonId person) {
  ALONGSIDE_TRY(check(call));
  const Bytes kept = bytes_of(call);
  auto before = ALONGSIDE_TRY(context_.database.prepare(std::string(columns) + "WHERE id = ?1"));
  if (ALONGSIDE_TRY(bind_id(before, 1, call.id).step()) == server::Step::Row) {
    const bool is_same = std::ranges::equal(before.column_bytes(5), kept);
    return is_same ? Result<void>() : Error{ErrorCode::Conflict, "another call had this id"};
  }
  const std::int64_t now_ms = context_.clock.now_ms();
  auto insert = ALONGSIDE_TRY(context_.database.prepare(
      "INSERT INTO feedback_safety(id, arrived_ms, person, read_ms, read_by, call) VALUES(?1, ?2, ?3, 0, '', ?4)"));
  bind_id(insert, 1, call.id).bind(2, now_ms);
  const Bytes nobody;
  if (person.is_nil())
    insert.bind_bytes(3, nobody);
  else
    bind_id(insert, 3, person);
  ALONGSIDE_TRY(insert.bind_bytes(4, kept).run());
  return note_letters(call.id, now_ms);
}

// The later letter goes unless it is taken back; so nothing has to watch the clock. A flood fills the list, not the
// mailbox.
Result<void> SafetyBox::note_letters(SafetyId id, std::int64_t now_ms) {
  constexpr std::int64_t most_an_hour = 20;
  auto count = ALONGSIDE_TRY(context_.database.prepare("SELECT count(*) FROM feedback_safety WHERE arrived_ms > ?1"));
  ALONGSIDE_TRY(count.bind(1, now_ms - hour_ms).step());
  if (count.column_integer(0) > most_an_hour) return {};
  const server::SafetyDuty& duty = context_.council.safety;
  const std::string& first = context_.council.council.safeguarding.email;
  server::CouncilLetters letters(context_.database);
  const Bytes about(id.bytes().begin(), id.bytes().end());
  ALONGSIDE_TRY(letters.put(letter_of(id, first, false), about, now_ms, chance_));
  const std::string& next = duty.escalate_to.empty() ? first : duty.escalate_to;
  return letters.put(letter_of(id, next, true), about, now_ms + duty.acknowledge_hours * hour_ms, chance_);
}

Result<std::vector<SafetyBox::Line>> SafetyBox::lines() const {
  auto rows = ALONGSIDE_TRY(
      context_.database.prepare(std::string(columns) + "ORDER BY read_ms = 0 DESC, arrived_ms DESC, id LIMIT 500"));
  std::vector<Line> lines;
  while (ALONGSIDE_TRY(rows.step()) == server::Step::Row) lines.push_back(line_of(rows));
  return lines;
}

Result<SafetyBox::Shown> SafetyBox::show(const std::string& id) const {
  const auto parsed = SafetyId::parse(id);
  if (!parsed.ok()) return Error{ErrorCode::InvalidInput, "give an id, from: council-api safety list"};
  auto row = ALONGSIDE_TRY(context_.database.prepare(std::string(columns) + "WHERE id = ?1"));
  if (ALONGSIDE_TRY(bind_id(row, 1, parsed.value()).step()) == server::Step::Done) {
    return Error{ErrorCode::NotFound, "nothing has this id. See: council-api safety list"};
  }
  Shown shown{line_of(row), ALONGSIDE_TRY(wire::decode_payload<SafetyLetter>(row.column_bytes(5))).call, {}};
  if (shown.line.has_name) shown.person = column_id<PersonId>(row, 2).text();
  return shown;
}

Result<void> SafetyBox::acknowledge(const std::string& id, const std::string& who) {
  if (trim(who).empty() || who.size() > 200 || !is_text(who)) {
    return Error{ErrorCode::InvalidInput, "write who has read it, so that others know whom to ask"};
  }
  const Shown shown = ALONGSIDE_TRY(show(id));
  if (shown.line.read_ms != 0) {
    return Error{ErrorCode::Conflict, shown.line.read_by + " has acknowledged this already"};
  }
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
  auto update =
      ALONGSIDE_TRY(context_.database.prepare("UPDATE feedback_safety SET read_ms = ?2, read_by = ?3 WHERE id = ?1"));
  bind_id(update, 1, shown.line.id).bind(2, context_.clock.now_ms()).bind(3, std::string(trim(who)));
  ALONGSIDE_TRY(update.run());
  const Bytes about(shown.line.id.bytes().begin(), shown.line.id.bytes().end());
  ALONGSIDE_TRY(server::CouncilLetters(context_.database).take_back(about));
  if (shown.line.has_name) {
    const DocumentId document(shown.line.id.bytes());
    const auto found = ALONGSIDE_TRY(context_.documents.find_by_council(document));
    if (found) {
      ALONGSIDE_TRY(context_.documents.put_by_council({document, found->subject, found->owner, wire::Facet::Own,
                                                       KeptSafetyCall::schema.id, KeptSafetyCall::schema.version,
                                                       wire::encode_payload(KeptSafetyCall{true, {}})}));
    }
  }
  return transaction.commit();
}

}  // namespace alongside::feedback
