// summary_ui: a few lines about the family's money for the home page: what is left, until when.
#pragma once

#include "plugins/direct_payments/pages/money_store.hpp"

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

bool has_summary(MoneyStore& store);
void summary_ui(ui::Ui& ui, MoneyStore& store);

}  // namespace alongside::direct_payments
