#include "app/client/account/account_page.hpp"

#include "app/client/account/keep_choice_ui.hpp"
#include "app/client/account/places_ui.hpp"
#include "app/client/account/sign_in_first_ui.hpp"
#include "app/client/account/troubled_changes_ui.hpp"
#include "app/client/session/sync_words.hpp"
#include "app/ui/ui.hpp"

#include <algorithm>
#include <string_view>

namespace alongside::client {

using namespace ui::literals;

std::string AccountPage::title(const ui::Words& words) const { return words.get("shell.account"_t); }

void AccountPage::opened(const Route&) {
  if (tools_.session.standing() == Standing::SignedIn) tools_.places.ask();
  if (tools_.ways.state() != WaysState::Known) tools_.ways.ask();
}

Result<void> AccountPage::page_ui(ui::Ui& ui) {
  if (!tools_.session.known()) {
    ui.heading(1, ui.tr("shell.account"_t));
    sign_in_first_ui(ui, "/account");
    return {};
  }
  // A page that was loaded anew is opened before the device knows its person.
  const bool signed_in = tools_.session.standing() == Standing::SignedIn;
  if (signed_in && tools_.places.state() == PlacesState::Unknown) tools_.places.ask();
  ui.heading(1, tools_.session.info().name);
  ui.link("about", ui.tr("shell.about_us"_t), "/about-us", ui::LinkLook::Standalone, ui::Icon::Users);
  ui.link("everything", ui.tr("shell.everything"_t), "/everything", ui::LinkLook::Standalone);
  waiting_ui(ui);
  sharing_.draw_ui(ui);
  emails_.draw_ui(ui, tools_.council.help.phone);
  keep_ui(ui);
  places_ui(ui, tools_.places);
  passkeys_ui(ui);
  sign_out_ui(ui);
  return {};
}

void AccountPage::waiting_ui(ui::Ui& ui) {
  const auto card = ui.card("waiting");
  ui.heading(2, ui.tr("shell.account.waiting"_t));
  const SyncStatus status = tools_.session.sync_status();
  const LetterFacts letters = letters_of(tools_.letters.status());
  ui.text(sync_sentence(tools_.links.words(), {tools_.session.standing(), status, letters, tools_.environment.network,
                                               tools_.attachments.waiting()}));
  if (tools_.session.keep() != KeepChoice::Everything) ui.text(ui.tr("shell.account.only_unsent"_t));
  troubled_changes_ui(ui, tools_.links.records());
  const bool may_send = status.unsent > 0 && tools_.session.standing() == Standing::SignedIn;
  if (may_send && ui.button("send", ui.tr("shell.account.send_now"_t))) tools_.session.sync_now();
  not_sent_ui(ui);
}

// A plugin's page: who wants to see it, keep a copy of it, or put one back.
void AccountPage::not_sent_ui(ui::Ui& ui) {
  ui.link("not_sent", ui.tr("shell.account.not_sent"_t), "/this-device/not-sent", ui::LinkLook::Standalone);
}

void AccountPage::keep_ui(ui::Ui& ui) {
  const auto card = ui.card("device");
  ui.heading(2, ui.tr("shell.account.device"_t));
  std::string chosen = keep_value(tools_.session.keep());
  if (keep_choice_ui(ui, chosen)) tools_.session.choose_keep(keep_of(chosen));
  ui.sentence("shell.account.someone_else"_t, ui::TextLook::Soft);
  if (ui.button("someone", ui.tr("shell.account.someone_now"_t))) begin_leaving(KeepChoice::UnsentOnly);
}

// The council's own pages, where it offers them: a device is asked for a passkey by the page's script, not by us.
void AccountPage::passkeys_ui(ui::Ui& ui) {
  constexpr std::string_view use = "/sign-in/passkey/use", mine = "/sign-in/passkey/mine";
  const auto& ways = tools_.ways.desk().providers;
  if (std::ranges::find(ways, use, &wire::SignInProvider::start) == ways.end()) return;
  const auto card = ui.card("passkeys");
  ui.heading(2, ui.tr("shell.account.passkeys"_t));
  ui.sentence("shell.account.passkeys_hint"_t);
  if (ui.button("mine", ui.tr("shell.account.passkeys_go"_t))) tools_.session.go_to_provider(mine, "/account");
}

// What is unsent is counted first: the device's records are opened anew for another choice.
void AccountPage::begin_leaving(KeepChoice keep) {
  const std::size_t unsent = tools_.session.sync_status().unsent + tools_.attachments.waiting();
  tools_.session.choose_keep(keep);
  if (unsent == 0) return tools_.session.sign_out();
  leaving_ = Leaving::Asked;
}

void AccountPage::sign_out_ui(ui::Ui& ui) {
  const auto card = ui.card("leave");
  ui.heading(2, ui.tr("shell.account.sign_out"_t));
  const std::size_t unsent = tools_.session.sync_status().unsent + tools_.attachments.waiting();
  if (leaving_ == Leaving::Sending && unsent == 0) {
    leaving_ = Leaving::No;
    tools_.session.sign_out();
  }
  if (leaving_ != Leaving::No && unsent > 0) return unsent_ui(ui, unsent);
  ui.sentence("shell.account.sign_out_hint"_t);
  if (ui.button("out", ui.tr("shell.account.sign_out"_t), ui::ButtonLook::Primary, ui::Icon::DoorOpen)) {
    begin_leaving(tools_.session.keep());
  }
  if (tools_.session.signing_out()) ui.status("leaving", ui.tr("shell.account.signing_out"_t));
}

void AccountPage::unsent_ui(ui::Ui& ui, std::size_t unsent) {
  ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.plural("shell.account.unsent"_t, static_cast<std::int64_t>(unsent)));
  if (leaving_ == Leaving::Sending) {
    ui.status("sending", ui.tr("shell.account.sending_first"_t));
  } else if (ui.button("first", ui.tr("shell.account.send_first"_t), ui::ButtonLook::Primary)) {
    leaving_ = Leaving::Sending;
    tools_.session.sync_now();
  }
  not_sent_ui(ui);
  if (ui.button("keep", ui.tr("shell.account.keep_unsent"_t))) tools_.session.sign_out();
  if (ui.button("stay", ui.tr("shell.account.stay"_t), ui::ButtonLook::Quiet)) leaving_ = Leaving::No;
}

}  // namespace alongside::client
