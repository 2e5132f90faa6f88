#include "app/server/access/authorise.hpp"

#include "app/server/database.hpp"
#include "app/server/family/relationships.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

Relation relation_of(wire::FamilyRole role) {
  switch (role) {
    case wire::FamilyRole::Parent: return Relation::Parent;
    case wire::FamilyRole::Carer: return Relation::Carer;
    case wire::FamilyRole::Helper: return Relation::Helper;
    case wire::FamilyRole::YoungPerson: return Relation::YoungPerson;
  }
  return Relation::Other;
}

Error not_allowed() { return Error{ErrorCode::NotAllowed, "You cannot do this."}; }

Error signed_out() { return Error{ErrorCode::SignedOut, "Sign in first."}; }

bool is_enough(wire::ShareLevel level, Intention intention) {
  return level >= (intention == Intention::See ? wire::ShareLevel::See : wire::ShareLevel::Change);
}

}  // namespace

Result<Relation> Access::relation(const Actor& actor, const wire::Subject& subject) const {
  if (!actor.signed_in()) return Relation::Stranger;
  if (subject.id.bytes() == actor.person.bytes()) {
    return subject.household == actor.household ? Relation::Self : Relation::Other;
  }
  const auto found = ALONGSIDE_TRY(find_relationship(database_, subject, actor.person));
  const Date today = clock_.today();
  if (!found || !found->holds_on(today)) return Relation::Other;
  if (found->is_over_by_age(today)) {
    const bool is_let = ALONGSIDE_TRY(is_let_in(database_, subject, actor.person, today));
    return is_let ? Relation::Helper : Relation::Other;
  }
  return relation_of(found->role);
}

Result<bool> Access::ended_by_age(const Actor& actor, const wire::Subject& subject) const {
  if (ALONGSIDE_TRY(relation(actor, subject)) != Relation::Other) return false;
  const auto found = ALONGSIDE_TRY(find_relationship(database_, subject, actor.person));
  return found && found->holds_on(clock_.today()) && found->is_over_by_age(clock_.today());
}

Result<void> Access::authorise(const Actor& actor, std::string_view what) const {
  const Relation relation = actor.signed_in() ? Relation::Self : Relation::Stranger;
  if (table_.permission(what, relation) != Permission::Deny) return {};
  const bool would_be_allowed = table_.permission(what, Relation::Self) != Permission::Deny;
  return !actor.signed_in() && would_be_allowed ? signed_out() : not_allowed();
}

Result<void> Access::authorise(const Actor& actor, std::string_view what, const AccessTarget& target) const {
  // What is open to all is about nobody's document: such a row must not open one.
  if (table_.permission(what, Relation::Stranger) != Permission::Deny) return not_allowed();
  if (!actor.signed_in()) return authorise(actor, what);
  const Relation stands = ALONGSIDE_TRY(relation(actor, target.subject));
  const bool own = target.owner.is_nil() || target.owner == actor.person;
  switch (table_.permission(what, stands)) {
    case Permission::Deny: return not_allowed();
    case Permission::Allow: return {};
    case Permission::Own: return own ? Result<void>() : not_allowed();
    case Permission::Shared: break;
  }
  if (own) return {};
  const auto level = ALONGSIDE_TRY(share(target.owner, actor.person, target.subject, target.facet));
  return is_enough(level, target.intention) ? Result<void>() : not_allowed();
}

Result<wire::ShareLevel> Access::share(PersonId owner, PersonId viewer, const wire::Subject& subject,
                                       wire::Facet facet) const {
  if (owner.is_nil() || viewer.is_nil()) return wire::ShareLevel::None;
  if (owner == viewer) return wire::ShareLevel::Change;
  if (facet == wire::Facet::Own) return wire::ShareLevel::None;
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT " + shared_level() + " " + standing_shares() +
                                                " AND share.household = ?2 AND share.owner = ?5 AND share.viewer = ?4 "
                                                "AND share.subject = ?3 AND share.facet = ?6"));
  select.bind(1, clock_.today().days());
  bind_id(select, 2, subject.household);
  bind_id(select, 3, subject.id);
  bind_id(select, 4, viewer);
  bind_id(select, 5, owner);
  select.bind(6, static_cast<int>(facet));
  if (ALONGSIDE_TRY(select.step()) == Step::Done) return wire::ShareLevel::None;
  const auto level = static_cast<wire::ShareLevel>(select.column_integer(0));
  return wire::is_known(level) ? level : wire::ShareLevel::None;
}

Result<std::vector<PersonId>> Access::viewers(PersonId owner, const wire::Subject& subject, wire::Facet facet) const {
  std::vector<PersonId> viewers = {owner};
  if (facet == wire::Facet::Own) return viewers;
  auto select = ALONGSIDE_TRY(database_.prepare(
      "SELECT share.viewer " + standing_shares() +
      " AND share.household = ?2 AND share.owner = ?4 AND share.subject = ?3 AND share.facet = ?5 AND share.level > 0"
      " ORDER BY share.viewer"));
  select.bind(1, clock_.today().days());
  bind_id(select, 2, subject.household);
  bind_id(select, 3, subject.id);
  bind_id(select, 4, owner);
  select.bind(5, static_cast<int>(facet));
  while (ALONGSIDE_TRY(select.step()) == Step::Row) {
    const auto viewer = column_id<PersonId>(select, 0);
    if (viewer != owner) viewers.push_back(viewer);
  }
  return viewers;
}

}  // namespace alongside::server
