// The part of StandingDesk that lets two people know of each other. The app itself never tells who else stands by a
// child: that alone can endanger somebody.
#include "app/base/clock.hpp"
#include "app/server/family/shares.hpp"
#include "app/server/family/standing_desk.hpp"
#include "app/server/verb_reason.hpp"

#include <string>

namespace alongside::server {

namespace {

// Any that they may be shown at all; an empty scope has none, and nobody would find them.
wire::Facet facet_in(FacetSet scope) {
  for (std::size_t facet = 1; facet < wire::facet_count; ++facet) {
    if ((scope & bit_of(static_cast<wire::Facet>(facet))) != 0) return static_cast<wire::Facet>(facet);
  }
  return wire::Facet::Own;
}

Result<void> check_introduction(const Relationship& one, const Relationship& other, Date today) {
  if (one.person == other.person) {
    return Error{ErrorCode::InvalidInput, "PERSON and OTHER are the same: write two people"};
  }
  for (const Relationship& each : {one, other}) {
    const bool stands = each.holds_on(today) && !each.is_over_by_age(today);
    if (!stands) {
      return Error{ErrorCode::Conflict,
                   each.person.text() + " does not stand by this child today: use household stand"};
    }
    if (facet_in(each.scope) == wire::Facet::Own) {
      return Error{ErrorCode::Conflict, each.person.text() + " may be shown nothing of this child, as it is recorded"};
    }
    if (each.restriction != Restriction::None) {
      return Error{ErrorCode::Conflict,
                   each.person.text() + " is restricted, and must not read who else stands by this child"};
    }
  }
  return {};
}

}  // namespace

Result<std::string> StandingDesk::introduce(const StandingWords& words, const std::string& other) const {
  StandingWords turned = words;
  turned.person = other;
  const Relationship first = ALONGSIDE_TRY(standing_of(words));
  const Relationship second = ALONGSIDE_TRY(standing_of(turned));
  const Date today = context_.clock.today();
  ALONGSIDE_TRY(check_introduction(first, second, today));
  if (words.sure == Sure::NotYet) {
    return Error{ErrorCode::Conflict,
                 "nothing was changed yet. Each of the two will read the other's name, and so that they stand by this "
                 "child. Do both want that, and is it safe? If so, write it again with --sure."};
  }
  const std::string reason = "Introduced: " + ALONGSIDE_TRY(reason_in(words.reason));
  const StandingNote note{StandingChange::Recorded, context_.clock.now_ms(), words.asker.officer, reason};
  for (const auto& [owner, viewer] : {std::pair(first, second), std::pair(second, first)}) {
    ShareGrant nothing_yet;
    nothing_yet.owner = owner.person;
    nothing_yet.viewer = viewer.person;
    nothing_yet.subject = owner.child;
    nothing_yet.facet = facet_in(viewer.scope);
    nothing_yet.from = today;
    ALONGSIDE_TRY(set_share(context_.database, nothing_yet, EarlierShare::Kept));
    ALONGSIDE_TRY(note_standing(context_.database, owner, note));
  }
  return std::string(
      "Introduced. Each finds the other's name under \"Who sees what\" the next time their app asks. Nothing is shared "
      "by this.\n");
}

}  // namespace alongside::server
