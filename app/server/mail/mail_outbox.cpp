#include "app/server/mail/mail_outbox.hpp"

#include "app/base/chance.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/mail/code_letters.hpp"
#include "app/server/mail/council_letters.hpp"
#include "app/server/mail/mail_address.hpp"
#include "app/server/mail/mail_wish.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/system_chance.hpp"
#include "app/wire/messages/notice.hpp"
#include "app/wire/payload.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::int64_t second_ms = 1000;
constexpr std::int64_t minute_ms = 60 * second_ms;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t longest_pause_ms = 12 * hour_ms;

// One waiting letter a person is enough: it does not say what is new, nor how much.
constexpr std::string_view insert_letter =
    "INSERT INTO mail_letter (id, household, person, state, made_ms, due_ms, sent_ms, tries, reason)"
    " SELECT ?1, ?2, ?3, 0, ?4, ?4, 0, 0, '' WHERE NOT EXISTS"
    " (SELECT 1 FROM mail_letter WHERE person = ?3 AND state IN (0, 1))";
constexpr std::string_view select_due =
    "SELECT id, household, person, tries FROM mail_letter AS letter WHERE state IN (0, 1) AND due_ms <= ?1"
    " AND made_ms <= ?2 AND NOT EXISTS (SELECT 1 FROM mail_letter AS earlier WHERE earlier.person = letter.person"
    " AND earlier.state = 2 AND earlier.sent_ms > ?3) ORDER BY due_ms, id LIMIT 1";

int number_of(MailState state) { return static_cast<int>(state); }

}  // namespace

std::int64_t mail_pause_ms(int tries, int first_seconds) {
  std::int64_t pause = first_seconds * second_ms;
  for (int i = 1; i < tries && pause < longest_pause_ms; ++i) pause *= 2;
  return std::min(pause, longest_pause_ms);
}

Result<void> MailOutbox::note_notice(const wire::Subject& own, std::int64_t now_ms, Chance& chance) {
  const PersonId person(own.id.bytes());
  if (ALONGSIDE_TRY(mail_wish(documents_, own)) == MailWish::None) return {};
  if (!is_mail_address(ALONGSIDE_TRY(mail_address_of(database_, person)))) return {};
  auto insert = ALONGSIDE_TRY(database_.prepare(insert_letter));
  bind_id(insert, 1, random_id<MailId>(chance));
  bind_id(insert, 2, own.household);
  bind_id(insert, 3, person);
  insert.bind(4, now_ms);
  return insert.run();
}

Result<std::optional<MailOutbox::Candidate>> MailOutbox::candidate(const MailConfig& mail, std::int64_t now_ms) const {
  auto select = ALONGSIDE_TRY(database_.prepare(select_due));
  select.bind(1, now_ms).bind(2, now_ms - mail.wait_minutes * minute_ms);
  select.bind(3, now_ms - mail.hours_between * hour_ms);
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return std::optional<Candidate>();
  Candidate found;
  found.id = column_id<MailId>(select, 0);
  found.own = {column_id<HouseholdId>(select, 1), column_id<SubjectId>(select, 2)};
  found.tries = static_cast<int>(select.column_integer(3));
  return std::optional(found);
}

Result<bool> MailOutbox::has_unread(const wire::Subject& own) const {
  for (const wire::Document& document : ALONGSIDE_TRY(documents_.about_by_council(own, wire::Notice::schema.id))) {
    const auto notice = wire::decode_payload<wire::Notice>(document.content);
    if (notice && notice->seen == wire::Seen::No) return true;
  }
  return false;
}

Result<std::optional<DueLetter>> MailOutbox::wanted(const Candidate& candidate) const {
  const MailWish wish = ALONGSIDE_TRY(mail_wish(documents_, candidate.own));
  std::string to = ALONGSIDE_TRY(mail_address_of(database_, PersonId(candidate.own.id.bytes())));
  if (wish == MailWish::None || !is_mail_address(to)) return std::optional<DueLetter>();
  if (!ALONGSIDE_TRY(has_unread(candidate.own))) return std::optional<DueLetter>();
  const Language language = wish == MailWish::Welsh ? Language::Welsh : Language::English;
  return std::optional(DueLetter{candidate.id, std::move(to), language, candidate.tries + 1});
}

Result<void> MailOutbox::drop(MailId id) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM mail_letter WHERE id = ?1"));
  bind_id(remove, 1, id);
  return remove.run();
}

// What somebody waits for goes before the news.
Result<std::optional<DueLetter>> MailOutbox::urgent(const MailConfig& mail, std::int64_t now_ms) {
  auto due = ALONGSIDE_TRY(CouncilLetters(database_).take_due(mail, now_ms));
  if (due) return due;
  SystemChance chance;  // a code must not be guessed
  return CodeLetters(database_, documents_).take_due(mail, now_ms, chance);
}

Result<std::optional<DueLetter>> MailOutbox::news(const MailConfig& mail, std::int64_t now_ms) {
  std::optional<DueLetter> due;
  for (auto found = ALONGSIDE_TRY(candidate(mail, now_ms)); found; found = ALONGSIDE_TRY(candidate(mail, now_ms))) {
    due = ALONGSIDE_TRY(wanted(*found));
    if (due) break;
    ALONGSIDE_TRY(drop(found->id));
  }
  if (due) {
    // Before it leaves: whoever is killed from here on finds it again when its pause is over.
    auto mark =
        ALONGSIDE_TRY(database_.prepare("UPDATE mail_letter SET state = ?2, tries = ?3, due_ms = ?4 WHERE id = ?1"));
    bind_id(mark, 1, due->id).bind(2, number_of(MailState::MaybeSent)).bind(3, due->tries);
    mark.bind(4, now_ms + mail_pause_ms(due->tries, mail.first_retry_seconds));
    ALONGSIDE_TRY(mark.run());
  }
  return due;
}

Result<std::optional<DueLetter>> MailOutbox::take_due(const MailConfig& mail, std::int64_t now_ms) {
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  auto due = ALONGSIDE_TRY(urgent(mail, now_ms));
  if (!due) due = ALONGSIDE_TRY(news(mail, now_ms));
  ALONGSIDE_TRY(transaction.commit());
  return due;
}

Result<MailState> MailOutbox::settle_urgent(const DueLetter& letter, const MailOutcome& outcome, std::int64_t now_ms) {
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  MailState state = outcome.fate == MailFate::Sent ? MailState::Sent : MailState::Waiting;
  if (letter.kind == LetterKind::ToCouncil) {
    ALONGSIDE_TRY(CouncilLetters(database_).settle(letter, outcome));
  } else {
    const bool again = ALONGSIDE_TRY(CodeLetters(database_, documents_).settle(letter, outcome, now_ms));
    if (state == MailState::Waiting && !again) state = MailState::GivenUp;
  }
  ALONGSIDE_TRY(transaction.commit());
  return state;
}

Result<MailState> MailOutbox::settle(const DueLetter& letter, const MailOutcome& outcome, std::int64_t now_ms) {
  if (letter.kind != LetterKind::News) return settle_urgent(letter, outcome, now_ms);
  MailState state = MailState::Waiting;
  if (outcome.fate == MailFate::Sent) state = MailState::Sent;
  if (outcome.fate == MailFate::Refused || (state == MailState::Waiting && letter.tries >= most_tries)) {
    state = MailState::GivenUp;
  }
  auto transaction = ALONGSIDE_TRY(Transaction::create(database_));
  if (state == MailState::Sent) {
    // Of what became of earlier ones, only the last counts.
    auto forget =
        ALONGSIDE_TRY(database_.prepare("DELETE FROM mail_letter WHERE id <> ?1 AND state IN (2, 3) AND person ="
                                        " (SELECT person FROM mail_letter WHERE id = ?1)"));
    bind_id(forget, 1, letter.id);
    ALONGSIDE_TRY(forget.run());
  }
  auto update =
      ALONGSIDE_TRY(database_.prepare("UPDATE mail_letter SET state = ?2, sent_ms = ?3, reason = ?4 WHERE id = ?1"));
  bind_id(update, 1, letter.id).bind(2, number_of(state)).bind(3, state == MailState::Sent ? now_ms : 0);
  ALONGSIDE_TRY(update.bind(4, outcome.reason).run());
  ALONGSIDE_TRY(transaction.commit());
  return state;
}

Result<std::vector<MailLine>> MailOutbox::lines() const {
  auto rows =
      ALONGSIDE_TRY(database_.prepare("SELECT person, state, due_ms, tries, reason FROM mail_letter WHERE state <> 2"
                                      " ORDER BY state, due_ms, id"));
  std::vector<MailLine> lines;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    MailLine line;
    line.person = column_id<PersonId>(rows, 0);
    line.state = static_cast<MailState>(rows.column_integer(1));
    line.due_ms = rows.column_integer(2);
    line.tries = static_cast<int>(rows.column_integer(3));
    line.reason = rows.column_text(4);
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<std::int64_t> MailOutbox::retry_all() {
  auto update =
      ALONGSIDE_TRY(database_.prepare("UPDATE mail_letter SET state = 0, due_ms = 0, tries = 0 WHERE state <> 2"));
  ALONGSIDE_TRY(update.run());
  const std::int64_t changed = database_.changes();
  ALONGSIDE_TRY(CouncilLetters(database_).retry_all());
  return changed + database_.changes();
}

}  // namespace alongside::server
