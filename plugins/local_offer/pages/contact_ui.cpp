// contact_section of the service screen: people and numbers, as links that ring and write.
#include "app/ui/ui.hpp"
#include "plugins/local_offer/model/service_detail.hpp"
#include "plugins/local_offer/pages/service_sections.hpp"

namespace alongside::local_offer {

using namespace ui::literals;

namespace {

void phone_ui(ui::Ui& ui, std::uint64_t index, const std::string& phone) {
  const std::string href = tel_href(phone);
  const std::string words = ui.tr("service.contact.ring"_t, {{"phone", phone}});
  if (href.size() > 4) ui.link(ui::Key("phone", index), words, href, ui::LinkLook::Standalone, ui::Icon::Phone);
}

void email_ui(ui::Ui& ui, const std::string& email) {
  const std::string words = ui.tr("service.contact.write"_t, {{"email", email}});
  ui.link("email", words, "mailto:" + email, ui::LinkLook::Standalone, ui::Icon::MessageCircle);
}

void person_ui(ui::Ui& ui, const ServiceContact& contact, const std::string& service_email) {
  {
    const auto english = ui.language_of(ui::Language::English);
    const std::string between = contact.name.empty() || contact.title.empty() ? "" : ", ";
    const std::string who = contact.name + between + contact.title;
    if (!who.empty()) ui.text(who);
  }
  for (std::size_t i = 0; i < contact.phones.size(); ++i) phone_ui(ui, i, contact.phones[i]);
  if (!contact.email.empty() && contact.email != service_email) email_ui(ui, contact.email);
}

}  // namespace

void contact_section(ui::Ui& ui, const ServiceDetail& service) {
  const bool nobody = service.contacts.empty() && service.email.empty() && service.url.empty();
  const auto card = ui.card("contact");
  ui.heading(2, ui.tr("service.contact.title"_t));
  if (nobody) ui.sentence("service.contact.none"_t);
  for (std::size_t i = 0; i < service.contacts.size(); ++i) {
    const auto person = ui.card(ui::Key("person", i), ui::CardLook::Plain);
    person_ui(ui, service.contacts[i], service.email);
  }
  if (!service.email.empty()) email_ui(ui, service.email);
  if (service.url.empty()) return;
  ui.link("site", ui.tr("service.contact.site"_t), service.url, ui::LinkLook::Standalone, ui::Icon::ChevronRight);
}

}  // namespace alongside::local_offer
