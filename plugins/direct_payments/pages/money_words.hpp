// The small sentences that several money screens share: days, who did it, how far a change has come.
#pragma once

#include "plugins/direct_payments/model/book.hpp"

#include <string>

namespace alongside {
class Host;
namespace ui {
class Ui;
}
}  // namespace alongside

namespace alongside::direct_payments {

std::string day_text(const ui::Ui& ui, Date day);  // "Sunday 29 November"
std::string left_until_text(const ui::Ui& ui, const MoneyLeft& left);
// "£8.00": with pence, as in tables.
std::string pence_text(std::int64_t pence);
std::string who_text(const ui::Ui& ui, const Host& host, PersonId person);
std::string progress_text(const ui::Ui& ui, Progress progress);
// What a payment was: as somebody wrote it, or in our words when the council made it.
std::string entry_text(const ui::Ui& ui, const Transaction& transaction);
std::string category_text(const ui::Ui& ui, Account category);

}  // namespace alongside::direct_payments
