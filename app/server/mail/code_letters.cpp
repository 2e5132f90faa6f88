#include "app/server/mail/code_letters.hpp"

#include "app/base/chance.hpp"
#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/id_column.hpp"
#include "app/server/mail/code_letter_words.hpp"
#include "app/server/mail/mail_address.hpp"
#include "app/server/mail/mail_outbox.hpp"
#include "app/server/mail/mail_wish.hpp"

#include <utility>

namespace alongside::server {

namespace {

constexpr std::int64_t letter_day_ms = 86'400'000;

// The moment of this letter: what the outbox counts by.
class LetterClock final : public Clock {
 public:
  explicit LetterClock(std::int64_t now_ms) : now_ms_(now_ms) {}
  std::int64_t now_ms() const override { return now_ms_; }
  Date today() const override { return Date(static_cast<std::int32_t>(now_ms_ / letter_day_ms)); }

 private:
  std::int64_t now_ms_;
};

}  // namespace

struct CodeLetters::Candidate {
  MailId id;
  wire::Subject own;
  PersonId person;
  CodePurpose purpose = CodePurpose::Invitation;
  int tries = 0;
};

Result<void> CodeLetters::ask_for(PersonId person, CodePurpose purpose, std::int64_t now_ms, Chance& chance) {
  ALONGSIDE_TRY(take_back(person));
  auto insert =
      ALONGSIDE_TRY(database_.prepare("INSERT INTO mail_code (id, household, person, purpose, made_ms, due_ms, tries)"
                                      " SELECT ?1, household, id, ?3, ?4, ?4, 0 FROM person WHERE id = ?2"));
  bind_id(bind_id(insert, 1, random_id<MailId>(chance)), 2, person).bind(3, static_cast<int>(purpose)).bind(4, now_ms);
  ALONGSIDE_TRY(insert.run());
  if (database_.changes() == 0) return Error{ErrorCode::NotFound, "There is no person " + person.text() + "."};
  return {};
}

Result<void> CodeLetters::take_back(PersonId person) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM mail_code WHERE person = ?1"));
  return bind_id(remove, 1, person).run();
}

Result<std::optional<CodeLetters::Candidate>> CodeLetters::candidate(std::int64_t now_ms) {
  auto select =
      ALONGSIDE_TRY(database_.prepare("SELECT id, household, person, purpose, tries FROM mail_code WHERE due_ms <= ?1"
                                      " ORDER BY due_ms, id LIMIT 1"));
  if (ALONGSIDE_TRY(select.bind(1, now_ms).step()) == Step::Done) return std::optional<Candidate>();
  Candidate found;
  found.id = column_id<MailId>(select, 0);
  found.person = column_id<PersonId>(select, 2);
  found.own = {column_id<HouseholdId>(select, 1), SubjectId(found.person.bytes())};
  found.purpose = static_cast<CodePurpose>(select.column_integer(3));
  found.tries = static_cast<int>(select.column_integer(4));
  return std::optional(found);
}

Result<DueLetter> CodeLetters::letter_to(const Candidate& candidate, const std::string& address, const MailConfig& mail,
                                         std::int64_t now_ms, Chance& chance) {
  const LetterClock clock(now_ms);
  const std::string code =
      ALONGSIDE_TRY(AccessCodes(database_, clock, chance).issue(candidate.person, candidate.purpose, code_lasts_days));
  DueLetter due;
  due.kind = LetterKind::Code;
  due.id = candidate.id;
  due.to = address;
  // Who wants no emails that there is something new gets this one all the same: they asked somebody for it.
  const bool welsh = ALONGSIDE_TRY(mail_wish(documents_, candidate.own)) == MailWish::Welsh;
  due.language = welsh ? Language::Welsh : Language::English;
  due.tries = candidate.tries + 1;
  due.subject = code_letter_subject(due.language);
  // The day before the code's last: it stops working at an hour of that one.
  due.text = code_letter_text(code, Date(clock.today().days() + code_lasts_days - 1), mail, due.language);
  return due;
}

Result<std::optional<DueLetter>> CodeLetters::take_due(const MailConfig& mail, std::int64_t now_ms, Chance& chance) {
  // One that waited through days without a mail server comes to somebody who has stopped waiting.
  auto forget = ALONGSIDE_TRY(database_.prepare("DELETE FROM mail_code WHERE made_ms < ?1"));
  ALONGSIDE_TRY(forget.bind(1, now_ms - code_lasts_days * letter_day_ms).run());
  while (const auto found = ALONGSIDE_TRY(candidate(now_ms))) {
    const std::string address = ALONGSIDE_TRY(mail_address_of(database_, found->person));
    if (!is_mail_address(address)) {
      ALONGSIDE_TRY(take_back(found->person));
      continue;
    }
    DueLetter due = ALONGSIDE_TRY(letter_to(*found, address, mail, now_ms, chance));
    // Before it leaves: whoever is killed from here on finds it again when its pause is over.
    auto mark = ALONGSIDE_TRY(database_.prepare("UPDATE mail_code SET tries = ?2, due_ms = ?3 WHERE id = ?1"));
    bind_id(mark, 1, due.id).bind(2, due.tries);
    ALONGSIDE_TRY(mark.bind(3, now_ms + mail_pause_ms(due.tries, mail.first_retry_seconds)).run());
    return std::optional(std::move(due));
  }
  return std::optional<DueLetter>();
}

Result<bool> CodeLetters::settle(const DueLetter& letter, const MailOutcome& outcome, std::int64_t now_ms) {
  const bool again = outcome.fate == MailFate::Later && letter.tries < most_tries;
  if (outcome.fate != MailFate::Sent) {
    // A code that nobody was given: whoever sees it on its way must not be able to use it.
    auto kill =
        ALONGSIDE_TRY(database_.prepare("DELETE FROM sign_in_code WHERE until_ms > ?2 AND person ="
                                        " (SELECT person FROM mail_code WHERE id = ?1)"));
    ALONGSIDE_TRY(bind_id(kill, 1, letter.id).bind(2, now_ms).run());
  }
  if (again) return true;
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM mail_code WHERE id = ?1"));
  ALONGSIDE_TRY(bind_id(remove, 1, letter.id).run());
  return false;
}

}  // namespace alongside::server
