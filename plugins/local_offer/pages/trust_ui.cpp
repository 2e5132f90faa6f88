// The sections of the service screen that say why to trust it, and what to do when it is not right: the seven questions
// about special needs, registration, what families say, concerns and complaints.
#include "app/plugin_api/council_ui.hpp"
#include "app/plugin_api/host.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/intents.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "plugins/local_offer/pages/service_sections.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

ui::TextKey question_key(SendQuestion question) {
  switch (question) {
    case SendQuestion::Outcomes: return "service.send.outcomes"_t;
    case SendQuestion::Training: return "service.send.training"_t;
    case SendQuestion::Parents: return "service.send.parents"_t;
    case SendQuestion::Progress: return "service.send.progress"_t;
    case SendQuestion::Access: return "service.send.access"_t;
    case SendQuestion::Start: return "service.send.start"_t;
    case SendQuestion::Plans: return "service.send.plans"_t;
  }
  return "service.send.title"_t;
}

void ways_ui(ui::Ui& ui, const wire::Contact& contact, ui::Key key) {
  const auto box = ui.card(key, ui::CardLook::Plain);
  if (!contact.phone.empty())
    ui.link("phone", ui.tr("service.contact.ring"_t, {{"phone", contact.phone}}), telephone_link(contact.phone),
            ui::LinkLook::Standalone, ui::Icon::Phone);
  if (!contact.email.empty())
    ui.link("email", ui.tr("service.contact.write"_t, {{"email", contact.email}}), email_link(contact.email),
            ui::LinkLook::Standalone, ui::Icon::MessageCircle);
}

}  // namespace

void send_section(ui::Ui& ui, const ServiceDetail& service) {
  if (service.send_answers.empty()) return;
  const auto card = ui.card("send");
  ui.heading(2, ui.tr("service.send.title"_t));
  for (const SendAnswer& answer : service.send_answers) {
    ui.heading(3, ui.tr(question_key(answer.question)));
    const auto english = ui.language_of(ui::Language::English);
    ui.text(answer.answer);
  }
}

void registered_section(ui::Ui& ui, const ServiceDetail& service) {
  const auto& registrations = service.summary.registrations;
  if (registrations.empty() && service.accreditations.empty()) return;
  const auto card = ui.card("registered");
  ui.heading(2, ui.tr("service.registered.title"_t));
  for (const std::string& who : registrations)
    ui.text(ui.tr("service.registered.with"_t, {{"who", who}}), ui::TextLook::Strong, ui::Icon::Shield);
  if (!registrations.empty()) ui.sentence("service.registered.ask"_t);
  if (service.accreditations.empty()) return;
  const auto english = ui.language_of(ui::Language::English);
  ui.text(service.accreditations);
}

void said_section(ui::Ui& ui, const ServiceDetail& service, const Host& host) {
  wire::SaidIntent said;
  said.service = service.summary.id;
  said.service_name = service.summary.name;
  const std::string href = host.intent_href(wire::SaidIntent::name, wire::encode_frame(said));
  if (href.empty()) return;
  const auto card = ui.card("said");
  ui.heading(2, ui.tr("service.said.title"_t));
  ui.sentence("service.said.few"_t);
  ui.link("said", ui.tr("service.said.read"_t), href, ui::LinkLook::Standalone, ui::Icon::MessageCircle);
}

void concern_section(ui::Ui& ui, const wire::Council& council) {
  const auto card = ui.card("concern");
  ui.heading(2, ui.tr("service.concern.title"_t));
  if (!council.safeguarding.phone.empty() || !council.safeguarding.email.empty()) {
    ui.heading(3, bilingual(council.safeguarding.title, ui.language()));
    if (!council.emergency.en.empty()) bilingual_text_ui(ui, council.emergency);
    ways_ui(ui, council.safeguarding, "safeguarding");
  }
  ui.heading(3, ui.tr("service.concern.complain"_t));
  ui.sentence("service.concern.first"_t);
  ui.sentence("service.concern.then"_t);
  ways_ui(ui, council.help, "help");
  ui.text(council.nation == wire::Nation::Wales ? ui.tr("service.concern.ombudsman_wales"_t)
                                                : ui.tr("service.concern.ombudsman"_t));
}

}  // namespace alongside::local_offer
