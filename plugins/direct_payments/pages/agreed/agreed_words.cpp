#include "plugins/direct_payments/pages/agreed/agreed_words.hpp"

#include "app/ui/format.hpp"
#include "app/ui/ui.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

std::string paid_text(const ui::Ui& ui, const AgreementTerms& terms) {
  constexpr std::uint16_t week = 7;
  const std::string money = terms.per_period.text();
  if (terms.period_months > 0) return ui.plural("agreed.paid.months"_t, terms.period_months, {{"money", money}});
  if (terms.period_days % week == 0)
    return ui.plural("agreed.paid.weeks"_t, terms.period_days / week, {{"money", money}});
  return ui.plural("agreed.paid.days"_t, terms.period_days, {{"money", money}});
}

std::string kept_text(const ui::Ui& ui, Account account, std::string_view keeper) {
  if (account == Account::PrepaidCard) return ui.tr("agreed.kept.card"_t);
  if (account == Account::ManagedAccount) return ui.tr("agreed.kept.managed"_t, {{"name", std::string(keeper)}});
  return ui.tr("agreed.kept.bank"_t);
}

std::string_view keeper_on(const std::vector<AgreementNotice>& letters, Date day) {
  const AgreementNotice* found = nullptr;
  for (const AgreementNotice& letter : letters) {
    const bool counts = !letter.keeper.empty() && letter.from <= day;
    if (counts && (found == nullptr || found->from < letter.from)) found = &letter;
  }
  return found == nullptr ? std::string_view() : std::string_view(found->keeper);
}

std::string long_day_text(const ui::Ui& ui, Date day) { return ui::format_short_date(ui.language(), day); }

}  // namespace alongside::direct_payments
