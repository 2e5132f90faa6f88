// The half of StandingDesk in which a second officer has a say.
#include "app/base/clock.hpp"
#include "app/server/family/family_words.hpp"
#include "app/server/family/share_lines.hpp"
#include "app/server/family/standing_desk.hpp"
#include "app/server/family/standing_proposals.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr int longest_wait_days = 14;

std::string wanted_words(const StandingProposal& proposal) {
  const Relationship& wanted = proposal.wanted;
  const std::string what = proposal.change == StandingChange::Lifted
                               ? "the restriction is lifted"
                               : "they stand as " + standing_word(wanted) + " from " + wanted.from.iso() +
                                     (wanted.until == last_date ? "" : " until " + wanted.until.iso());
  return proposal.asker.officer + " wants this for child " + wanted.child.id.text() + " and person " +
         wanted.person.text() + ": " + what + " (" + proposal.reason + "). It opens:\n" +
         (proposal.opens.empty() ? "  nothing that is shared today; what is shared from then on\n" : proposal.opens);
}

bool is_over(const StandingProposal& proposal, Date today) {
  return today.days() - proposal.asked_on.days() > longest_wait_days;
}

}  // namespace

// Two names of one account are one person, where the configuration says whose account it is.
bool StandingDesk::is_same_officer(const VerbAsker& one, const VerbAsker& other) const {
  if (one.officer == other.officer) return true;
  if (one.account.empty() || one.account != other.account) return false;
  return std::ranges::any_of(context_.council.staff,
                             [&](const StaffMember& member) { return member.account == one.account; });
}

Result<StandingDesk::Change> StandingDesk::would_change(const Relationship& one, const StandingWords& words,
                                                        StandingChange what) const {
  // Never committed: all of it is undone when this is left.
  const auto undone = ALONGSIDE_TRY(Transaction::create(context_.database));
  return change(one, words, what);
}

Result<std::string> StandingDesk::propose(const Relationship& one, const StandingWords& words,
                                          StandingChange what) const {
  StandingProposal proposal;
  proposal.wanted = one;
  proposal.change = what;
  proposal.opens = share_lines(ALONGSIDE_TRY(would_change(one, words, what)).opened, "will see");
  proposal.asker = words.asker;
  proposal.reason = words.reason;
  proposal.asked_on = context_.clock.today();
  ALONGSIDE_TRY(StandingProposals(context_.database).put(proposal));
  return "Nothing is open yet. Another officer with the role safeguarding confirms it within 14 days:\n"
         "  council-api household confirm " +
         one.child.id.text() + " " + one.person.text() + "\n";
}

Result<std::string> StandingDesk::confirm(const StandingWords& words) const {
  const wire::Subject child = ALONGSIDE_TRY(child_in(words.child));
  const PersonId person = ALONGSIDE_TRY(person_in(words.person));
  StandingProposals waiting(context_.database);
  const auto proposal = ALONGSIDE_TRY(waiting.find(child.id, person));
  const bool is_gone = !proposal || is_over(*proposal, context_.clock.today());
  if (is_gone) {
    return Error{ErrorCode::NotFound, "nothing waits for this child and this person; see household proposals"};
  }
  if (is_same_officer(proposal->asker, words.asker)) {
    return Error{ErrorCode::NotAllowed, proposal->asker.officer + " asked for this, so somebody else confirms it."};
  }
  Relationship one = proposal->wanted;
  const auto now = ALONGSIDE_TRY(find_relationship(context_.database, child, person));
  // What is not asked for stays as it is now: a restriction made since, too.
  if (now) one.scope = now->scope, one.responsibility = now->responsibility;
  if (now && proposal->change == StandingChange::Recorded) one.restriction = now->restriction;
  StandingWords both = words;
  both.reason = proposal->reason;
  both.asker.officer = proposal->asker.officer + ", confirmed by " + words.asker.officer;
  ALONGSIDE_TRY(check_role(one));
  const Change done = ALONGSIDE_TRY(change(one, both, proposal->change));
  // An error undoes all of it.
  if (share_lines(done.opened, "will see") != proposal->opens) {
    return Error{ErrorCode::Conflict, "nothing was changed: it would open something else today than " +
                                          proposal->asker.officer + " was told. Let it be asked for again."};
  }
  if (words.sure == Sure::NotYet) {
    return Error{ErrorCode::Conflict, "nothing was changed yet. " + wanted_words(*proposal) +
                                          "If that is right, write it again with --sure."};
  }
  ALONGSIDE_TRY(waiting.withdraw(child.id, person));
  return "Done, as " + both.asker.officer + ".\n" + share_lines(done.opened, "sees") +
         share_lines(done.closed, "sees no more");
}

Result<std::string> StandingDesk::proposals() const {
  std::string report;
  for (const StandingProposal& proposal : ALONGSIDE_TRY(StandingProposals(context_.database).all())) {
    report += proposal.asked_on.iso() + (is_over(proposal, context_.clock.today()) ? "  (over)  " : "  ") +
              wanted_words(proposal);
  }
  return report.empty() ? std::string("Nothing waits for a second officer.\n") : report;
}

}  // namespace alongside::server
