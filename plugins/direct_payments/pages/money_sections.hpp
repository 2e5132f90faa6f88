// The parts of the money screen of somebody who is signed in: what is left, what could not be done,
// what is planned, what was spent. Used by MoneyPage and, the first, by the home page's summary.
#pragma once

#include "plugins/direct_payments/pages/money_store.hpp"

#include <functional>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

void left_section(ui::Ui& ui, const MoneyStore::View& view);
// Calls back with the change that the person puts away.
void troubles_section(ui::Ui& ui, const Book& book, const std::function<void(const BookChange&)>& put_away);
// Calls back with the plan item that the person takes out.
void plan_section(ui::Ui& ui, const MoneyStore& store, const MoneyStore::View& view,
                  const std::function<void(const BookPlan&)>& take_out);
void spent_section(ui::Ui& ui, const Host& host, const MoneyStore::View& view, std::size_t shown,
                   const std::function<void()>& show_more);

}  // namespace alongside::direct_payments
