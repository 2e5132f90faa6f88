#include "app/server/mail/council_letters.hpp"

#include "app/base/chance.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/mail/mail_outbox.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::int64_t longest_council_pause_ms = 30 * 60 * 1000;

}  // namespace

Result<void> CouncilLetters::put(const CouncilLetter& letter, std::span<const std::uint8_t> about, std::int64_t due_ms,
                                 Chance& chance) {
  auto insert = ALONGSIDE_TRY(
      database_.prepare("INSERT INTO mail_to_council (id, about, recipient, subject, words, due_ms, tries, reason)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, '')"));
  bind_id(insert, 1, random_id<MailId>(chance));
  insert.bind_bytes(2, about).bind(3, letter.to).bind(4, letter.subject).bind(5, letter.text).bind(6, due_ms);
  return insert.run();
}

Result<void> CouncilLetters::take_back(std::span<const std::uint8_t> about) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM mail_to_council WHERE about = ?1"));
  return remove.bind_bytes(1, about).run();
}

Result<std::optional<DueLetter>> CouncilLetters::take_due(const MailConfig& mail, std::int64_t now_ms) {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT id, recipient, subject, words, tries FROM mail_to_council"
                                      " WHERE due_ms <= ?1 ORDER BY due_ms, id LIMIT 1"));
  if (ALONGSIDE_TRY(select.bind(1, now_ms).step()) == Step::Done) return std::optional<DueLetter>();
  DueLetter due;
  due.kind = LetterKind::ToCouncil;
  due.id = column_id<MailId>(select, 0);
  due.to = select.column_text(1);
  due.subject = select.column_text(2);
  due.text = select.column_text(3);
  due.tries = static_cast<int>(select.column_integer(4)) + 1;
  // Before it leaves: whoever is killed from here on finds it again when its pause is over.
  auto mark = ALONGSIDE_TRY(database_.prepare("UPDATE mail_to_council SET tries = ?2, due_ms = ?3 WHERE id = ?1"));
  bind_id(mark, 1, due.id).bind(2, due.tries);
  mark.bind(3, now_ms + std::min(mail_pause_ms(due.tries, mail.first_retry_seconds), longest_council_pause_ms));
  ALONGSIDE_TRY(mark.run());
  return std::optional(std::move(due));
}

Result<void> CouncilLetters::settle(const DueLetter& letter, const MailOutcome& outcome) {
  if (outcome.fate == MailFate::Sent) {
    auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM mail_to_council WHERE id = ?1"));
    return bind_id(remove, 1, letter.id).run();
  }
  auto update = ALONGSIDE_TRY(database_.prepare("UPDATE mail_to_council SET reason = ?2 WHERE id = ?1"));
  return bind_id(update, 1, letter.id).bind(2, outcome.reason).run();
}

Result<std::int64_t> CouncilLetters::waiting() const {
  auto count = ALONGSIDE_TRY(database_.prepare("SELECT count(*) FROM mail_to_council WHERE tries > 0"));
  ALONGSIDE_TRY(count.step());
  return count.column_integer(0);
}

// Only those that were tried: what waits for its hour goes on waiting.
Result<void> CouncilLetters::retry_all() {
  auto update = ALONGSIDE_TRY(database_.prepare("UPDATE mail_to_council SET due_ms = 0 WHERE tries > 0"));
  return update.run();
}

}  // namespace alongside::server
