#include "plugins/direct_payments/pages/summary_ui.hpp"

#include "app/ui/ui.hpp"
#include "plugins/direct_payments/pages/money_words.hpp"

namespace alongside::direct_payments {

using namespace ui::literals;

bool has_summary(MoneyStore& store) { return store.is_signed_in() && !store.views().empty(); }

void summary_ui(ui::Ui& ui, MoneyStore& store) {
  const bool are_many = store.views().size() > 1;
  for (const MoneyStore::View& view : store.views()) {
    const std::string child = are_many ? store.name_of_child(view.agreement->subject) : std::string();
    const std::string id = view.agreement->id.text();
    const auto box = ui.card(ui::Key(id), ui::CardLook::Plain);
    if (!child.empty()) ui.text(child, ui::TextLook::Soft);
    ui.text(left_until_text(ui, view.left), ui::TextLook::Strong);
    ui.link("money", ui.tr("direct_payments.see_money"_t), "/money?for=" + id, ui::LinkLook::Standalone,
            ui::Icon::Wallet);
  }
}

}  // namespace alongside::direct_payments
