// look_only_ui: says so when somebody else's money is shared with a person to look at and not to change, as with an
// advocate or a payroll service. The council refuses what they try all the same. Used by the screens that change money.
#pragma once

#include "app/wire/messages/facet.hpp"
#include "plugins/direct_payments/model/book.hpp"

namespace alongside {
class Host;
namespace ui {
class Ui;
}
}  // namespace alongside

namespace alongside::direct_payments {

enum class Hand : std::uint8_t { Change, LookOnly };

// As far as this device knows: where it does not, the council says. The plan is shared apart from the money.
Hand hand_of(const Host& host, const BookAgreement& of, wire::Facet facet = wire::Facet::Money);
// For a return: who only helps declares nothing, whatever else they may change.
Hand declaring_hand(const Host& host, const BookAgreement& of);
// What hand_of() says, after telling it where one may only look.
Hand look_only_ui(ui::Ui& ui, const Host& host, const BookAgreement& of, wire::Facet facet = wire::Facet::Money);

}  // namespace alongside::direct_payments
