#include "plugins/direct_payments/pages/whose_money_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/sign_in_ui.hpp"

#include <string>

namespace alongside::direct_payments {

using namespace ui::literals;

const BookAgreement* agreement_ui(ui::Ui& ui, BookStore& store, const Route& here, ui::TextKey why) {
  if (!store.is_signed_in()) {
    sign_in_ui(ui, here, why);
    return nullptr;
  }
  const BookAgreement* of = store.agreement_for(here);
  if (of == nullptr) ui.notice(ui::Tone::Neutral, ui::Icon::Info, ui.tr("direct_payments.none"_t));
  return of;
}

const BookAgreement* whose_money_ui(ui::Ui& ui, BookStore& store, const Route& here, ui::TextKey why) {
  const BookAgreement* of = agreement_ui(ui, store, here, why);
  if (of != nullptr) for_child_ui(ui, store, *of);
  return of;
}

void for_child_ui(ui::Ui& ui, const BookStore& store, const BookAgreement& of) {
  const std::string child = store.name_of_child(of.subject);
  if (!child.empty()) ui.text(ui.tr("direct_payments.for_child"_t, {{"name", child}}), ui::TextLook::Strong);
}

}  // namespace alongside::direct_payments
