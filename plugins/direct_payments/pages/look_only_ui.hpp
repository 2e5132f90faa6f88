// look_only_ui: says so when somebody else's money is shared with a person to look at and not to change, as with an
// advocate or a payroll service. The council refuses what they try all the same. Used by the screens that change money.
#pragma once

#include "plugins/direct_payments/model/book.hpp"

namespace alongside {
class Host;
namespace ui {
class Ui;
}
}  // namespace alongside

namespace alongside::direct_payments {

enum class Hand : std::uint8_t { Change, LookOnly };

// As far as this device knows: where it does not, the council says.
Hand hand_of(const Host& host, const BookAgreement& of);
void look_only_ui(ui::Ui& ui, const Host& host, const BookAgreement& of);

}  // namespace alongside::direct_payments
