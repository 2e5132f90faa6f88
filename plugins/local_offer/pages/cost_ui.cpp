// cost_section of the service screen: each price with what it buys, and the question whether the
// family's budget can pay for it, when some plugin takes that question.
#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/local_offer/model/cost_unit.hpp"
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

void budget_ui(ui::Ui& ui, const ServiceDetail& service, const CostOption& cost, const Host& host) {
  if (!cost.amount || cost.amount->pence() <= 0) return;
  wire::CostIntent intent;
  intent.service = service.summary.id;
  intent.service_name = service.summary.name;
  intent.amount = *cost.amount;
  intent.unit = cost_unit_of(cost.option);
  const std::string href = host.intent_href(wire::CostIntent::name, wire::encode_frame(intent));
  if (href.empty()) return;
  // With several prices each link says which, so that no two links sound the same.
  const std::string text = service.cost_options.size() == 1
                               ? ui.tr("service.cost.budget"_t)
                               : ui.tr("service.cost.budget_for"_t, {{"price", pounds(*cost.amount)}});
  ui.link("budget", text, href, ui::LinkLook::Standalone, ui::Icon::Wallet);
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
  if (cost.valid_to && *cost.valid_to < today) ui.sentence("service.cost.old"_t, ui::TextLook::Soft, ui::Icon::Warning);
}

}  // namespace

void cost_section(ui::Ui& ui, const ServiceDetail& service, const Host& host) {
  const Date today = host.clock().today();
  const auto card = ui.card("cost");
  ui.heading(2, ui.tr("local_offer.cost.title"_t));
  const std::string words = cost_text(ui, service.summary.cost);
  if (service.cost_options.empty()) {
    ui.text(words.empty() ? ui.tr("service.cost.ask"_t) : words, ui::TextLook::Strong, ui::Icon::Banknote);
  } else {
    const auto list = ui.list("prices", ui.tr("local_offer.cost.title"_t), ui::ListLook::Plain);
    for (std::size_t i = 0; i < service.cost_options.size(); ++i) {
      const auto item = ui.list_item(ui::Key("price", i));
      {
        const auto row = ui.row("row");
        option_ui(ui, service.cost_options[i], today);
      }
      budget_ui(ui, service, service.cost_options[i], host);
    }
  }
  if (service.summary.cost.kind != CostKind::Free || !service.cost_options.empty())
    rich_text_ui(ui, "fees", service.fees, 3);
  if (takes_direct_payments(service.summary))
    ui.sentence("service.cost.direct_payment"_t, ui::TextLook::Body, ui::Icon::Wallet);
}

}  // namespace alongside::local_offer
