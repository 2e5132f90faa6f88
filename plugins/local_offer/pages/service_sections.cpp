#include "plugins/local_offer/pages/service_sections.hpp"

#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "plugins/local_offer/pages/fact_words.hpp"
#include "plugins/local_offer/pages/rich_text_ui.hpp"
#include "plugins/local_offer/pages/term_words.hpp"

#include <algorithm>

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

void terms_ui(ui::Ui& ui, ui::Key key, const std::string& name, const std::vector<std::string>& terms) {
  if (terms.empty()) return;
  ui.text(name, ui::TextLook::Strong);
  const auto list = ui.list(key, name, ui::ListLook::Bullets);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const auto item = ui.list_item(ui::Key("term", i));
    term_ui(ui, terms[i]);
  }
}

// What the feed says of the building, without what the support list above says already.
std::vector<std::string> building_words(const ServiceDetail& service) {
  std::vector<std::string> words;
  for (const Location& location : service.locations) {
    for (const std::string& text : location.accessibility) {
      const auto is_said = [&](const std::string& term) { return same_term(term, text); };
      const auto& support = service.summary.support;
      if (std::any_of(support.begin(), support.end(), is_said)) continue;
      if (std::find(words.begin(), words.end(), text) == words.end()) words.push_back(text);
    }
  }
  return words;
}

// Who says yes, and by what.
void decided_ui(ui::Ui& ui, WayIn way) {
  switch (way) {
    case WayIn::TurnUp: ui.sentence("service.decided.turn_up"_t); return;
    case WayIn::Book: ui.text(ui.tr("service.decided.book"_t)); return;
    case WayIn::Referral: ui.sentence("service.decided.referral"_t); break;
    case WayIn::Assessment: ui.sentence("service.decided.assessment"_t); break;
    case WayIn::Unknown: return;
  }
  ui.link("decided", ui.tr("service.decided.rules"_t), "/short-breaks", ui::LinkLook::Standalone, ui::Icon::Info);
}

// Where a place is given by the council, it can be asked for here, if some plugin takes that.
void ask_ui(ui::Ui& ui, const ServiceSummary& service, const Host& host) {
  if (service.way_in != WayIn::Referral && service.way_in != WayIn::Assessment) return;
  wire::AskIntent intent;
  intent.service = service.id;
  intent.service_name = service.name;
  const std::string href = host.intent_href(wire::AskIntent::name, wire::encode_frame(intent));
  if (!href.empty())
    ui.link("ask", ui.tr("service.way_in.ask"_t), href, ui::LinkLook::Standalone, ui::Icon::HandHelping);
}

}  // namespace

void who_section(ui::Ui& ui, const ServiceDetail& service) {
  const std::string ages = ages_text(ui, service.summary);
  if (ages.empty() && service.summary.needs.empty() && service.eligibility.empty()) return;
  const auto card = ui.card("who");
  ui.heading(2, ui.tr("local_offer.who.title"_t));
  if (!ages.empty()) ui.text(ages, ui::TextLook::Strong, ui::Icon::Users);
  rich_text_ui(ui, "eligibility", service.eligibility, 3);
  terms_ui(ui, "needs", ui.tr("service.who.needs"_t), service.summary.needs);
}

void what_section(ui::Ui& ui, const ServiceDetail& service) {
  if (service.description.empty()) return;
  const auto card = ui.card("what");
  ui.heading(2, ui.tr("service.what.title"_t));
  rich_text_ui(ui, "description", service.description, 3);
}

void way_in_section(ui::Ui& ui, const ServiceDetail& service, const Host& host) {
  const std::string way = way_in_text(ui, service.summary.way_in);
  if (way.empty() && service.application.empty()) return;
  const auto card = ui.card("way_in");
  ui.heading(2, ui.tr("local_offer.way_in.title"_t));
  if (!way.empty()) ui.text(way, ui::TextLook::Strong, ui::Icon::DoorOpen);
  rich_text_ui(ui, "application", service.application, 3);
  decided_ui(ui, service.summary.way_in);
  ask_ui(ui, service.summary, host);
  for (std::size_t i = 0; i < service.attributes.size(); ++i) {
    if (service.attributes[i].taxonomy == "capacity") term_ui(ui, service.attributes[i].term);
  }
}

void access_section(ui::Ui& ui, const ServiceDetail& service) {
  const std::vector<std::string> building = building_words(service);
  if (service.summary.support.empty() && building.empty()) return;
  const auto card = ui.card("access");
  ui.heading(2, ui.tr("service.access.title"_t));
  terms_ui(ui, "support", ui.tr("local_offer.access.support"_t), service.summary.support);
  terms_ui(ui, "building", ui.tr("service.access.building"_t), building);
}

void checked_section(ui::Ui& ui, const ServiceDetail& service, Date today) {
  const auto card = ui.card("checked");
  ui.heading(2, ui.tr("local_offer.checked.title"_t));
  ui.text(checked_text(ui, service.summary.assured_date, today));
  if (!service.assurer_email.empty()) {
    ui.text(ui.tr("service.checked.by"_t));
    ui.link("assurer", service.assurer_email, "mailto:" + service.assurer_email, ui::LinkLook::Standalone,
            ui::Icon::MessageCircle);
  }
}

}  // namespace alongside::local_offer
