// The parts of the money screen of somebody who is signed in: what is left, what could not be done,
// what is planned, what was spent. Used by MoneyPage and, the first, by the home page's summary.
#pragma once

#include "plugins/direct_payments/pages/look_only_ui.hpp"
#include "plugins/direct_payments/pages/money_store.hpp"

#include <functional>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

// Without the way to add a spend for who may only look.
void left_section(ui::Ui& ui, const MoneyStore::View& view, Hand hand);
// What a person can do about a change that was not made: put it away, or, when somebody sent the return of its day
// meanwhile, put a payment under today instead. At most one is called, last.
struct TroubleActions {
  std::function<void(const BookChange&)> put_away;
  std::function<void(const BookChange&)> move_to_today;
};
void troubles_section(ui::Ui& ui, const Book& book, const TroubleActions& actions);
// What the hands of whoever looks may do: write payments down, and change the plan.
struct Hands {
  Hand money = Hand::Change;
  Hand plan = Hand::Change;
};
// Calls back with the plan item that the person takes out.
void plan_section(ui::Ui& ui, const MoneyStore& store, const MoneyStore::View& view, Hands hands,
                  const std::function<void(const BookPlan&)>& take_out);
void spent_section(ui::Ui& ui, const Host& host, const MoneyStore::View& view, std::size_t shown,
                   const std::function<void()>& show_more);

}  // namespace alongside::direct_payments
