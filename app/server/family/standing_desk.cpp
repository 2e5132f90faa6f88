#include "app/server/family/standing_desk.hpp"

#include "app/base/clock.hpp"
#include "app/server/family/family_words.hpp"
#include "app/server/family/share_lines.hpp"
#include "app/server/family/standing_proposals.hpp"
#include "app/server/verb_reason.hpp"

#include <algorithm>
#include <iterator>

namespace alongside::server {

namespace {

constexpr std::string_view what_still_reaches =
    "Still theirs: the child's name as it stands in the record, and what the council itself writes to them. Keep a "
    "new\n"
    "name, an address and a school out of both. If they are paid for this child, letters about the money go to them.\n";

constexpr std::string_view grown_up_words =
    "The child is 18 or older, so a parent has what the grown-up shares with them and nothing else. Who stands by a\n"
    "grown-up by law is recorded as deputy, attorney, appointee or representative.\n";

// More than before, or by something else.
bool is_wider_than(const Relationship& earlier, const Relationship& one) {
  return earlier.role != one.role || earlier.lawful != one.lawful || one.from < earlier.from ||
         earlier.until < one.until;
}

Error by_post_and_family() {
  return {ErrorCode::Conflict,
          "this person is of the child's family in the record: whoever is both stands by the child as family"};
}

Error ask_again(std::string_view what, const std::vector<OpenShare>& opened) {
  const std::string opens = opened.empty() ? "  nothing that is shared today; what is shared from then on\n"
                                           : share_lines(opened, "will see");
  return Error{ErrorCode::Conflict, "nothing was changed yet. " + std::string(what) + ", this opens:\n" + opens +
                                        "If that is right, write it again with --sure."};
}

std::vector<OpenShare> only_in(const std::vector<OpenShare>& one, const std::vector<OpenShare>& other) {
  std::vector<OpenShare> only;
  std::ranges::set_difference(one, other, std::back_inserter(only));
  return only;
}

std::string days_of(const Relationship& one) {
  return "from " + one.from.iso() + (one.until == last_date ? ", without an end" : " until " + one.until.iso());
}

}  // namespace

Result<wire::Subject> StandingDesk::child_in(const std::string& id) const {
  const auto child = SubjectId::parse(id);
  if (!child) return Error{ErrorCode::InvalidInput, "CHILD: write the child's id, as in the household's file"};
  auto row = ALONGSIDE_TRY(context_.database.prepare("SELECT household FROM child WHERE id = ?1"));
  if (ALONGSIDE_TRY(bind_id(row, 1, child.value()).step()) == Step::Row) {
    return wire::Subject{column_id<HouseholdId>(row, 0), child.value()};
  }
  return Error{ErrorCode::NotFound, "there is no child with this id. The child comes first, then the person"};
}

Result<PersonId> StandingDesk::person_in(const std::string& id) const {
  const auto person = PersonId::parse(id);
  if (!person) return Error{ErrorCode::InvalidInput, "PERSON: write the person's id, as in the household's file"};
  auto row = ALONGSIDE_TRY(context_.database.prepare("SELECT 1 FROM person WHERE id = ?1"));
  if (ALONGSIDE_TRY(bind_id(row, 1, person.value()).step()) == Step::Row) return person.value();
  return Error{ErrorCode::NotFound, "there is nobody with this id. The child comes first, then the person"};
}

Result<Relationship> StandingDesk::standing_of(const StandingWords& words) const {
  ALONGSIDE_TRY(reason_in(words.reason));
  const wire::Subject child = ALONGSIDE_TRY(child_in(words.child));
  const PersonId person = ALONGSIDE_TRY(person_in(words.person));
  auto found = ALONGSIDE_TRY(find_relationship(context_.database, child, person));
  if (found) return *found;
  return Error{ErrorCode::NotFound,
               "this person does not stand by this child in the record, so nothing of the child reaches them. Is it "
               "the right person and the right child?"};
}

Result<Relationship> StandingDesk::restricted_or_not(const StandingWords& words, Restriction now) const {
  const Relationship one = ALONGSIDE_TRY(standing_of(words));
  if (one.restriction == now) return one;
  return Error{ErrorCode::Conflict, now == Restriction::None
                                        ? "this person is restricted already; see council-api household restrictions"
                                        : "this person is not restricted; see council-api household restrictions"};
}

// Whether an adult stands by the child, besides, whom a restriction could protect.
Result<bool> StandingDesk::protects_anybody(const Relationship& one) const {
  const auto standing = ALONGSIDE_TRY(who_stands_by(context_.database, one.child, context_.clock.today()));
  return std::ranges::any_of(standing, [&](const Relationship& other) {
    const bool cares = other.role == wire::FamilyRole::Parent || other.role == wire::FamilyRole::Carer;
    return other.person != one.person && cares && other.restriction == Restriction::None;
  });
}

Result<StandingDesk::Change> StandingDesk::change(const Relationship& one, const StandingWords& words,
                                                  StandingChange what) const {
  Database& database = context_.database;
  const Date today = context_.clock.today();
  const Date day = std::max(today, one.from);  // what opens later is told as well
  const auto before = ALONGSIDE_TRY(open_shares(database, one.child, day));
  const auto stood_before = ALONGSIDE_TRY(who_stands_by(database, one.child, today));
  // What ended by its day goes first: what is closed now must look like shares that their owners end.
  ALONGSIDE_TRY(context_.documents.reconsider_once_a_day(one.person));
  ALONGSIDE_TRY(put_relationship(database, one));
  const StandingNote note{what, context_.clock.now_ms(), words.asker.officer, ALONGSIDE_TRY(reason_in(words.reason))};
  ALONGSIDE_TRY(note_standing(database, one, note));
  ALONGSIDE_TRY(context_.documents.reconsider(one.person));
  if (what == StandingChange::Recorded) {  // theirs reaches others, or does no more
    for (const Relationship& other : stood_before) ALONGSIDE_TRY(context_.documents.reconsider(other.person));
  }
  const auto after = ALONGSIDE_TRY(open_shares(database, one.child, day));
  return Change{only_in(after, before), only_in(before, after)};
}

Result<std::string> StandingDesk::restrict(const StandingWords& words) const {
  Relationship one = ALONGSIDE_TRY(restricted_or_not(words, Restriction::None));
  if (one.role == wire::FamilyRole::YoungPerson) {
    return Error{ErrorCode::Conflict, "this is the young person themselves: restrict who is to be kept from them"};
  }
  if (words.sure == Sure::NotYet && !ALONGSIDE_TRY(protects_anybody(one))) {
    return Error{ErrorCode::Conflict,
                 "nothing was changed yet. No other parent or carer stands by this child today, so there is nobody "
                 "whom this protects. Is it the right person? If so, write it again with --sure."};
  }
  one.restriction = Restriction::Protective;
  ALONGSIDE_TRY(StandingProposals(context_.database).withdraw(one.child.id, one.person));
  const Change done = ALONGSIDE_TRY(change(one, words, StandingChange::Restricted));
  return "Restricted. What others share about this child does not reach this person any more, from now on:\n" +
         (done.closed.empty() ? "  nothing was shared with them today\n" : share_lines(done.closed, "sees no more")) +
         "They see what they would see if nobody shared with them, and nothing tells them more. Devices forget what "
         "they\n"
         "hold the next time they ask; what was read or written down before cannot be taken back.\n" +
         std::string(what_still_reaches);
}

Result<std::string> StandingDesk::lift(const StandingWords& words) const {
  Relationship one = ALONGSIDE_TRY(restricted_or_not(words, Restriction::Protective));
  one.restriction = Restriction::None;
  if (needs_second() && words.sure == Sure::Yes) return propose(one, words, StandingChange::Lifted);
  const Change done = ALONGSIDE_TRY(change(one, words, StandingChange::Lifted));
  // An error undoes all of it: the journal's transaction holds it.
  if (words.sure == Sure::NotYet) return ask_again("Once the restriction is lifted", done.opened);
  return "Lifted. What others share with this person reaches them again:\n" +
         (done.opened.empty() ? std::string("  nothing is shared with them today\n")
                              : share_lines(done.opened, "sees"));
}

// A child is one young person.
Result<void> StandingDesk::check_role(const Relationship& one) const {
  if (one.role != wire::FamilyRole::YoungPerson) return {};
  for (const Relationship& other : ALONGSIDE_TRY(who_stands_by(context_.database, one.child, one.from))) {
    if (other.role != wire::FamilyRole::YoungPerson || other.person == one.person) continue;
    return Error{ErrorCode::Conflict,
                 other.person.text() + " is recorded as this young person already: end that first"};
  }
  return {};
}

Result<bool> StandingDesk::is_of_household(const Relationship& one) const {
  auto row = ALONGSIDE_TRY(context_.database.prepare("SELECT 1 FROM person WHERE household = ?1 AND id = ?2"));
  return ALONGSIDE_TRY(bind_id(bind_id(row, 1, one.child.household), 2, one.person).step()) == Step::Row;
}

// What is not said stays as it was.
Result<Relationship> StandingDesk::asked_standing(const StandingWords& words, const NewStanding& asked,
                                                  const std::optional<Relationship>& earlier) const {
  const auto role = role_named(asked.role);
  const auto lawful = lawful_named(asked.role);
  if (!role && !lawful) {
    return Error{ErrorCode::InvalidInput,
                 "ROLE: write parent, carer, helper, professional or young_person; by a grown-up, where the council "
                 "has seen it written, also deputy, attorney, appointee or representative"};
  }
  Relationship one;
  one.child = ALONGSIDE_TRY(child_in(words.child));
  one.person = ALONGSIDE_TRY(person_in(words.person));
  one.from = context_.clock.today();
  if (earlier) one = *earlier;
  const bool was_parent = earlier && earlier->role == wire::FamilyRole::Parent;
  one.lawful = lawful.value_or(Lawful::None);
  const bool by_post = one.lawful == Lawful::Professional;
  if (by_post && earlier && earlier->role != wire::FamilyRole::Helper) return by_post_and_family();
  const wire::FamilyRole by_law = was_parent ? wire::FamilyRole::Parent : wire::FamilyRole::Carer;
  one.role = role ? *role : by_post ? wire::FamilyRole::Helper : by_law;
  if (!asked.from.empty()) one.from = ALONGSIDE_TRY(Date::parse(asked.from));
  if (asked.until == "open") one.until = last_date;
  if (!asked.until.empty() && asked.until != "open") one.until = ALONGSIDE_TRY(Date::parse(asked.until));
  if (by_post && days_between(std::max(one.from, context_.clock.today()), one.until) > longest_post_days) {
    return Error{ErrorCode::InvalidInput,
                 "a professional stands by a child for a year from today at most: write --until DAY"};
  }
  if (one.until < one.from) {
    return Error{ErrorCode::InvalidInput, "they would stand " + days_of(one) + ": write --until DAY, or --until open"};
  }
  return one;
}

Result<std::string> StandingDesk::stand(const StandingWords& words, const NewStanding& asked) const {
  ALONGSIDE_TRY(reason_in(words.reason));
  const wire::Subject child = ALONGSIDE_TRY(child_in(words.child));
  const PersonId person = ALONGSIDE_TRY(person_in(words.person));
  const auto earlier = ALONGSIDE_TRY(find_relationship(context_.database, child, person));
  const Relationship one = ALONGSIDE_TRY(asked_standing(words, asked, earlier));
  ALONGSIDE_TRY(check_role(one));
  const bool is_wider = !earlier || is_wider_than(*earlier, one);
  if (needs_second() && words.sure == Sure::Yes && is_wider) return propose(one, words, StandingChange::Recorded);
  const Change done = ALONGSIDE_TRY(change(one, words, StandingChange::Recorded));
  const bool begins = !earlier || !done.opened.empty() || (needs_second() && is_wider);
  if (begins && words.sure == Sure::NotYet) {
    const bool at_home = ALONGSIDE_TRY(is_of_household(one));
    return ask_again(at_home ? "Once they stand so by this child"
                             : "This person is of another household than the child. Once they stand so by it",
                     done.opened);
  }
  const bool is_over = one.is_over_by_age(context_.clock.today());
  return "Recorded: " + standing_word(one) + " " + days_of(one) + ".\n" + (is_over ? std::string(grown_up_words) : "") +
         share_lines(done.opened, "sees") + share_lines(done.closed, "sees no more");
}

Result<std::string> StandingDesk::restrictions() const {
  auto rows = ALONGSIDE_TRY(context_.database.prepare(
      "SELECT relationship.child, relationship.person, standing_change.at_ms, standing_change.officer,"
      " standing_change.reason FROM relationship LEFT JOIN standing_change ON"
      " standing_change.child = relationship.child AND standing_change.person = relationship.person"
      " AND standing_change.change = 0 AND standing_change.at_ms = (SELECT max(at_ms) FROM standing_change AS latest"
      " WHERE latest.child = relationship.child AND latest.person = relationship.person AND latest.change = 0)"
      " WHERE relationship.restricted = 1 ORDER BY relationship.child, relationship.person"));
  constexpr std::int64_t day_ms = 86'400'000;
  std::string report;
  while (ALONGSIDE_TRY(rows.step()) == Step::Row) {
    report += "child " + column_id<SubjectId>(rows, 0).text() + "  person " + column_id<PersonId>(rows, 1).text();
    const std::string officer(rows.column_text(3));
    const Date since(static_cast<std::int32_t>(rows.column_integer(2) / day_ms));
    report += officer.empty()
                  ? "  by a household's file\n"
                  : "  since " + since.iso() + "  " + officer + ": " + std::string(rows.column_text(4)) + "\n";
  }
  return report.empty() ? std::string("Nobody is restricted.\n") : report;
}

}  // namespace alongside::server
