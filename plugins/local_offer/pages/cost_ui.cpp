// cost_section of the service screen: each price with what it buys.
#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "plugins/local_offer/pages/fact_words.hpp"
#include "plugins/local_offer/pages/rich_text_ui.hpp"
#include "plugins/local_offer/pages/service_sections.hpp"

#include <algorithm>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

bool takes_direct_payments(const ServiceSummary& service) {
  const auto is_direct = [](const std::string& term) { return same_term(term, "direct payment"); };
  return std::any_of(service.accepts.begin(), service.accepts.end(), is_direct);
}

void option_ui(ui::Ui& ui, const CostOption& cost, Date today) {
  if (cost.amount)
    ui.text(cost.amount->pence() == 0 ? ui.tr("local_offer.cost.free"_t) : pounds(*cost.amount), ui::TextLook::Strong);
  {
    const auto english = ui.language_of(ui::Language::English);
    if (!cost.option.empty()) ui.text(cost.option);
    if (!cost.amount_description.empty()) ui.text(cost.amount_description, ui::TextLook::Soft);
  }
  // An old price is shown, since it is better than none, but it is called old.
  if (cost.valid_to && *cost.valid_to < today)
    ui.text(ui.tr("local_offer.cost.old"_t), ui::TextLook::Soft, ui::Icon::Warning);
}

}  // namespace

void cost_section(ui::Ui& ui, const ServiceDetail& service, Date today) {
  const auto card = ui.card("cost");
  ui.heading(2, ui.tr("local_offer.cost.title"_t));
  const std::string words = cost_text(ui, service.summary.cost);
  if (service.cost_options.empty()) {
    ui.text(words.empty() ? ui.tr("local_offer.cost.ask"_t) : words, ui::TextLook::Strong, ui::Icon::Banknote);
  } else {
    const auto list = ui.list("prices", ui.tr("local_offer.cost.title"_t), ui::ListLook::Plain);
    for (std::size_t i = 0; i < service.cost_options.size(); ++i) {
      const auto item = ui.list_item(ui::Key("price", i));
      const auto row = ui.row("row");
      option_ui(ui, service.cost_options[i], today);
    }
  }
  if (service.summary.cost.kind != CostKind::Free || !service.cost_options.empty())
    rich_text_ui(ui, "fees", service.fees, 3);
  if (takes_direct_payments(service.summary))
    ui.text(ui.tr("local_offer.cost.direct_payment"_t), ui::TextLook::Body, ui::Icon::Wallet);
}

}  // namespace alongside::local_offer
