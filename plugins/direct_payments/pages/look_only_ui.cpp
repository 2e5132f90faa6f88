#include "plugins/direct_payments/pages/look_only_ui.hpp"

#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/session.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

namespace {

// Null for one's own money, and where nothing is known of whose it is.
[[gnu::noinline]] const wire::FamilyPerson* owner_of(const Host& host, const BookAgreement& of) {
  const wire::SessionInfo& session = host.session();
  if (of.owner == session.person) return nullptr;
  for (const wire::FamilyPerson& one : session.people) {
    if (one.id == of.owner) return &one;
  }
  return nullptr;
}

}  // namespace

Hand hand_of(const Host& host, const BookAgreement& of, wire::Facet facet) {
  const wire::FamilyPerson* owner = owner_of(host, of);
  if (owner == nullptr) return Hand::Change;
  for (const wire::Lent& lent : owner->lends) {
    if (lent.child == of.subject.id && lent.facet == facet)
      return lent.level == wire::ShareLevel::Change ? Hand::Change : Hand::LookOnly;
  }
  return facet == wire::Facet::Money ? Hand::Change : Hand::LookOnly;
}

Hand declaring_hand(const Host& host, const BookAgreement& of) {
  for (const wire::FamilyChild& child : host.session().children) {
    if (child.subject == of.subject && child.role == wire::FamilyRole::Helper) return Hand::LookOnly;
  }
  return hand_of(host, of);
}

Hand look_only_ui(ui::Ui& ui, const Host& host, const BookAgreement& of, wire::Facet facet) {
  if (hand_of(host, of, facet) == Hand::Change) return Hand::Change;
  const wire::FamilyPerson* owner = owner_of(host, of);
  const bool is_plan = facet == wire::Facet::Plan;
  ui.notice(
      ui::Tone::Neutral, ui::Icon::Info,
      ui.tr(is_plan ? "direct_payments.look_only_plan"_t : "direct_payments.look_only"_t, {{"name", owner->name}}));
  return Hand::LookOnly;
}

}  // namespace alongside::direct_payments
