#include "app/client/account/sign_in_page.hpp"

#include "app/client/contact_ui.hpp"
#include "app/client/id_number.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

ui::TextKey role_key(wire::FamilyRole role) {
  switch (role) {
    case wire::FamilyRole::Parent: return "shell.role.parent"_t;
    case wire::FamilyRole::Carer: return "shell.role.carer"_t;
    case wire::FamilyRole::Helper: return "shell.role.helper"_t;
    case wire::FamilyRole::YoungPerson: return "shell.role.young_person"_t;
  }
  return "shell.role.parent"_t;
}

}  // namespace

std::string SignInPage::title(const ui::Words& words) const { return words.get("shell.sign_in"_t); }

void SignInPage::opened(const Route&) { tools_.desk.ask(); }

Result<void> SignInPage::page_ui(ui::Ui& ui) {
  if (tools_.session.standing() == Standing::SignedIn && !tools_.session.signing_in()) {
    already_ui(ui);
    return {};
  }
  switch (tools_.desk.state()) {
    case DeskState::Unknown:
    case DeskState::Asked:
      ui.heading(1, ui.tr("shell.sign_in"_t));
      ui.status("waiting", ui.tr("shell.sign_in.waiting"_t));
      break;
    case DeskState::Open: people_ui(ui); break;
    case DeskState::Closed: closed_ui(ui); break;
    case DeskState::Unreachable:
      ui.heading(1, ui.tr("shell.sign_in"_t));
      ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("shell.sign_in.offline"_t));
      if (ui.button("again", ui.tr("shell.trouble.again"_t), ui::ButtonLook::Primary)) tools_.desk.ask();
      break;
  }
  return {};
}

void SignInPage::already_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.sign_in"_t));
  ui.text(ui.tr("shell.sign_in.already"_t, {{"name", tools_.session.info().name}}));
  ui.link("account", ui.tr("shell.sign_in.to_account"_t), "/account", ui::LinkLook::Button);
}

void SignInPage::people_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.sign_in.who"_t));
  ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr("shell.sign_in.demo"_t));
  SessionService& session = tools_.session;
  if (session.sign_in_trouble() != SignInTrouble::None) {
    const bool offline = session.sign_in_trouble() == SignInTrouble::Offline;
    ui.notice(ui::Tone::Bad, ui::Icon::Warning, ui.tr(offline ? "shell.sign_in.offline"_t : "shell.sign_in.refused"_t));
  }
  const auto list = ui.list("people", {}, ui::ListLook::Plain);
  for (const wire::DemoPerson& person : tools_.desk.people()) {
    const auto item = ui.list_item(ui::Key("person", id_number(person.person)));
    const std::string role = ui.tr(role_key(person.role));
    const std::string label = ui.tr("shell.sign_in.as"_t, {{"name", person.name}, {"role", role}});
    if (ui.button("choose", label, ui::ButtonLook::Secondary, ui::Icon::Users)) session.sign_in(person.person);
  }
  if (session.signing_in()) ui.status("waiting", ui.tr("shell.sign_in.waiting"_t));
}

void SignInPage::closed_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.sign_in"_t));
  ui.text(ui.tr("shell.sign_in.closed"_t), ui::TextLook::Large);
  ui.text(ui.tr("shell.sign_in.closed_more"_t));
  if (!tools_.council.help.title.en.empty()) contact_ui(ui, "help", tools_.council.help);
}

}  // namespace alongside::client
