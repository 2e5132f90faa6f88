// The small sentences of the screen of what is agreed: how much and how often, and who keeps it.
#pragma once

#include "plugins/direct_payments/model/agreement_notice.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

std::string paid_text(const ui::Ui& ui, const AgreementTerms& terms);  // "£312.00 every 4 weeks"
// "in your own bank account", "by Own Purse, who keeps it for you".
std::string kept_text(const ui::Ui& ui, Account account, std::string_view keeper);
// Who keeps the money of a managed account on a day, as the letters say.
std::string_view keeper_on(const std::vector<AgreementNotice>& letters, Date day);
std::string long_day_text(const ui::Ui& ui, Date day);  // with its year: letters are kept for years

}  // namespace alongside::direct_payments
