#include "app/client/account/sign_in_page.hpp"

#include "app/client/account/sign_in_first_ui.hpp"
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

void SignInPage::opened(const Route& route) {
  path_ = route.path;
  then_ = inside_href(route.value("then"));
  trouble_ = route.value("trouble");
  tools_.desk.ask();
  tools_.ways.ask();
}

Result<void> SignInPage::page_ui(ui::Ui& ui) {
  if (tools_.session.standing() == Standing::SignedIn && !tools_.session.signing_in()) {
    already_ui(ui);
    return {};
  }
  const DeskState demo = tools_.desk.state();
  const WaysState ways = tools_.ways.state();
  if (demo == DeskState::Open) {
    people_ui(ui);
    const wire::SignInDesk& desk = tools_.ways.desk();
    const bool offered = !desk.providers.empty() || desk.codes == wire::CodeOffer::Alone;
    if (ways == WaysState::Known && offered) ways_ui(ui);
  } else if (demo == DeskState::Unreachable || ways == WaysState::Unreachable) {
    ui.heading(1, ui.tr("shell.sign_in"_t));
    ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("shell.sign_in.offline"_t));
    if (ui.button("again", ui.tr("shell.trouble.again"_t), ui::ButtonLook::Primary)) opened({"/signin", {}});
  } else if (demo != DeskState::Closed || ways != WaysState::Known) {
    ui.heading(1, ui.tr("shell.sign_in"_t));
    ui.status("waiting", ui.tr("shell.sign_in.waiting"_t));
  } else if (tools_.ways.desk().providers.empty() && tools_.ways.desk().codes != wire::CodeOffer::Alone) {
    closed_ui(ui);
  } else {
    ways_ui(ui);
  }
  return {};
}

void SignInPage::ways_ui(ui::Ui& ui) {
  if (wants_code()) return code_ui(ui);
  providers_ui(ui);
}

bool SignInPage::wants_code() const {
  const wire::SignInDesk& desk = tools_.ways.desk();
  if (desk.step == wire::SignInStep::CodeNeeded) return true;
  return desk.codes == wire::CodeOffer::Alone && (desk.providers.empty() || path_ == "/signin/code");
}

void SignInPage::trouble_ui(ui::Ui& ui) {
  ui::TextKey words = "shell.sign_in.stopped"_t;
  if (trouble_ == "refused") words = "shell.sign_in.start_again"_t;
  if (trouble_ == "unavailable") words = "shell.sign_in.provider_away"_t;
  if (trouble_ == "nobody-waits" || tools_.session.sign_in_trouble() == SignInTrouble::NobodyWaits) {
    words = "shell.sign_in.code_late"_t;
  } else if (trouble_.empty()) {
    return;
  }
  ui.notice(ui::Tone::Warn, ui::Icon::Info, ui.tr(words));
}

void SignInPage::providers_ui(ui::Ui& ui) {
  const bool beside_demo = tools_.desk.state() == DeskState::Open;
  ui.heading(beside_demo ? 2 : 1, ui.tr("shell.sign_in"_t));
  trouble_ui(ui);
  ui.sentence("shell.sign_in.lead"_t);
  const bool welsh = ui.language() == ui::Language::Welsh;
  std::uint64_t number = 0;
  for (const wire::SignInProvider& provider : tools_.ways.desk().providers) {
    const std::string& name = welsh && !provider.name.cy.empty() ? provider.name.cy : provider.name.en;
    const std::string label = ui.tr("shell.sign_in.with"_t, {{"name", name}});
    const auto look = number == 0 ? ui::ButtonLook::Primary : ui::ButtonLook::Secondary;
    if (ui.button(ui::Key("provider", number++), label, look, ui::Icon::DoorOpen)) {
      tools_.session.go_to_provider(provider.start, then_);
    }
  }
  if (tools_.ways.desk().codes == wire::CodeOffer::Alone) {
    Route code{"/signin/code", {}};
    if (then_ != "/") code.set("then", then_);
    ui.link("code", ui.tr("shell.sign_in.have_code"_t), code.text(), ui::LinkLook::Standalone);
  } else {
    ui.sentence("shell.sign_in.first_time"_t, ui::TextLook::Soft);
  }
}

void SignInPage::code_ui(ui::Ui& ui) {
  SessionService& session = tools_.session;
  if (session.sign_in_trouble() == SignInTrouble::NobodyWaits) return providers_ui(ui);
  ui.heading(tools_.desk.state() == DeskState::Open ? 2 : 1, ui.tr("shell.code"_t));
  const bool alone = tools_.ways.desk().step == wire::SignInStep::Begin;
  ui.sentence(alone ? "shell.code.alone"_t : "shell.code.lead"_t);
  std::string error;
  if (session.sign_in_trouble() == SignInTrouble::WrongCode) error = ui.tr("shell.code.wrong"_t);
  if (session.sign_in_trouble() == SignInTrouble::TooManyCodes) error = ui.tr("shell.code.too_many"_t);
  if (session.sign_in_trouble() == SignInTrouble::Offline) error = ui.tr("shell.sign_in.offline"_t);
  const auto form = ui.form("code_form", ui.tr("shell.code"_t));
  ui::TextFieldOptions options;
  options.autocomplete = "one-time-code";
  options.max_length = 40;
  options.max_width = 320;
  options.required = ui::Required::Yes;
  ui.text_field("code", {ui.tr("shell.code.label"_t), ui.tr("shell.code.hint"_t), error}, code_, options);
  if (ui.button("go", ui.tr("shell.code.go"_t), ui::ButtonLook::Primary)) session.enter_code(code_);
  if (session.signing_in()) ui.status("waiting", ui.tr("shell.sign_in.waiting"_t));
  if (!tools_.council.help.title.en.empty()) contact_ui(ui, "help", tools_.council.help);
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
  ui.sentence("shell.sign_in.closed_more"_t);
  if (!tools_.council.help.title.en.empty()) contact_ui(ui, "help", tools_.council.help);
}

}  // namespace alongside::client
