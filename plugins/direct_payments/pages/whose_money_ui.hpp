// How a screen about the money of one agreement begins: it asks somebody to sign in, says where there is no agreement,
// and says which child the money is for. Used by the screens that go by a BookStore.
#pragma once

#include "app/plugin_api/route.hpp"
#include "app/ui/text_key.hpp"
#include "plugins/direct_payments/pages/book_store.hpp"

namespace alongside::ui {
class Ui;
}

namespace alongside::direct_payments {

// The agreement that the address means. Null: it is said why there is none, and the screen ends here. `why`: what
// signing in is good for.
const BookAgreement* agreement_ui(ui::Ui& ui, BookStore& store, const Route& here, ui::TextKey why);
// The same, and then which child it is for.
const BookAgreement* whose_money_ui(ui::Ui& ui, BookStore& store, const Route& here, ui::TextKey why);

void for_child_ui(ui::Ui& ui, const BookStore& store, const BookAgreement& of);  // nothing where nobody knows the name

}  // namespace alongside::direct_payments
