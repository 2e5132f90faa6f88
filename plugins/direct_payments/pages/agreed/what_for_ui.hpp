// what_for_section: what is written about the child beside the money: the outcomes it is for, what it may buy in
// particular, and by which letter. Used by AgreementPage.
#pragma once

#include "plugins/direct_payments/model/spending/agreed_words.hpp"

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

void what_for_section(ui::Ui& ui, const AgreedWords& agreed);

}  // namespace alongside::direct_payments
