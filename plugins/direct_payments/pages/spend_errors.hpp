// What is wrong with a typed spend, in words: beside each field and in the summary. Used by SpendPage.
#pragma once

#include "app/ui/fields.hpp"
#include "plugins/direct_payments/model/spend_form.hpp"

#include <string>
#include <vector>

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

std::string what_error(const ui::Ui& ui, const SpendFaults& faults);
std::string amount_error(const ui::Ui& ui, const SpendFaults& faults);
std::string day_error(const ui::Ui& ui, const SpendFaults& faults);
std::vector<ui::FieldError> spend_errors(const ui::Ui& ui, const SpendFaults& faults);

}  // namespace alongside::direct_payments
