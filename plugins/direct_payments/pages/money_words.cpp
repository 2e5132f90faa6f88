#include "plugins/direct_payments/pages/money_words.hpp"

#include "app/plugin_api/host.hpp"
#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/session.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

std::string day_text(const ui::Ui& ui, Date day) { return ui::format_day(ui.language(), day); }

std::string pence_text(std::int64_t pence) { return money_of(pence).text(); }

std::string left_until_text(const ui::Ui& ui, const MoneyLeft& left) {
  const std::string until = day_text(ui, left.period.last);
  if (left.left() < 0)
    return ui.tr("direct_payments.left.below"_t, {{"money", ui::format_money(money_of(-left.left()))}, {"day", until}});
  return ui.tr("direct_payments.left.until"_t, {{"money", ui::format_money(money_of(left.left()))}, {"day", until}});
}

std::string who_text(const ui::Ui& ui, const Host& host, PersonId person) {
  if (person.is_nil()) return ui.tr("direct_payments.who.council"_t);
  const wire::SessionInfo& session = host.session();
  if (person == session.person) return ui.tr("direct_payments.who.you"_t);
  for (const wire::FamilyPerson& one : session.people) {
    if (one.id == person) return one.name;
  }
  return ui.tr("direct_payments.who.family"_t);
}

std::string progress_text(const ui::Ui& ui, Progress progress) {
  switch (progress) {
    case Progress::Saving: return ui.tr("direct_payments.progress.saving"_t);
    case Progress::OnDevice: return ui.tr("direct_payments.progress.device"_t);
    case Progress::Refused: return ui.tr("direct_payments.progress.refused"_t);
    case Progress::Conflict: return ui.tr("direct_payments.progress.conflict"_t);
    case Progress::Received:
    case Progress::WithCouncil: break;
  }
  return ui.tr("direct_payments.progress.council"_t);
}

std::string entry_text(const ui::Ui& ui, const Transaction& transaction) {
  for (const Posting& posting : transaction.postings) {
    if (posting.account == Account::CouncilPayment) return ui.tr("direct_payments.spent.council"_t);
  }
  if (transaction.reverses.is_nil()) return transaction.text;
  return ui.tr("direct_payments.spent.reversal"_t, {{"reason", transaction.text}});
}

std::string category_text(const ui::Ui& ui, Account category) {
  switch (category) {
    case Account::PersonalAssistant: return ui.tr("direct_payments.category.pa"_t);
    case Account::Activities: return ui.tr("direct_payments.category.activities"_t);
    case Account::Travel: return ui.tr("direct_payments.category.travel"_t);
    case Account::Overnight: return ui.tr("direct_payments.category.overnight"_t);
    case Account::Equipment: return ui.tr("direct_payments.category.equipment"_t);
    case Account::Training: return ui.tr("direct_payments.category.training"_t);
    case Account::EmployerCosts: return ui.tr("direct_payments.category.employ"_t);
    default: return ui.tr("direct_payments.category.other"_t);
  }
}

}  // namespace alongside::direct_payments
