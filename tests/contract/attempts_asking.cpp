// Attempts of what a person asks about a family's money, and what they want to be told of: the rest is in attempts.cpp.
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"
#include "tests/contract/attempts.hpp"

namespace alongside::contract {

using namespace direct_payments;

std::optional<Pushed> Attempts::choose_alerts(const Plan& plan) {
  ChooseAlerts choose;
  choose.agreement = plan.owner ? agreement_of(*plan.owner) : devices_.fresh<DocumentId>();
  choose.choices.return_due = Wanted::Yes;
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  return pushed(plan.subject, choose);
}

std::optional<Pushed> Attempts::ask_to_spend(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  AskToSpend ask;
  ask.id = devices_.fresh<DocumentId>();
  ask.agreement = plan.owner ? agreement_of(*plan.owner) : devices_.fresh<DocumentId>();
  ask.what = "A trike";
  return pushed(plan.subject, ask);
}

}  // namespace alongside::contract
