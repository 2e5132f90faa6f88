#include "app/client/account/everything_page.hpp"

#include "app/client/account/sign_in_first_ui.hpp"
#include "app/client/contact_ui.hpp"
#include "app/ui/ui.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

// As in app/server/personal/personal_feature.cpp. What begins with /api/ is saved and opens no page.
std::string href_of(std::string_view path, ui::Language language) {
  return std::string(path) + (language == ui::Language::Welsh ? "?lang=cy" : "?lang=en");
}

}  // namespace

std::string EverythingPage::title(const ui::Words& words) const { return words.get("shell.everything"_t); }

Result<void> EverythingPage::page_ui(ui::Ui& ui) {
  ui.heading(1, ui.tr("shell.everything"_t));
  if (!tools_.session.known()) {
    sign_in_first_ui(ui, "/everything");
    return {};
  }
  ui.sentence("shell.everything.lead"_t);
  {
    const auto card = ui.card("files");
    ui.heading(2, ui.tr("shell.everything.files"_t));
    ui.link("page", ui.tr("shell.everything.read"_t), href_of("/api/everything/page", ui.language()),
            ui::LinkLook::Standalone);
    ui.sentence("shell.everything.read_hint"_t, ui::TextLook::Soft);
    ui.link("data", ui.tr("shell.everything.data"_t), href_of("/api/everything/data", ui.language()),
            ui::LinkLook::Standalone);
    ui.sentence("shell.everything.data_hint"_t, ui::TextLook::Soft);
    if (tools_.session.sync_status().unsent > 0) {
      ui.sentence("shell.everything.unsent"_t);
      ui.link("not_sent", ui.tr("shell.account.not_sent"_t), "/this-device/not-sent", ui::LinkLook::Standalone);
    }
  }
  {
    const auto card = ui.card("not_here");
    ui.heading(2, ui.tr("shell.everything.not_here"_t));
    ui.text(ui.tr("shell.everything.not_shared"_t));
    ui.sentence("shell.everything.no_name"_t);
  }
  ui.sentence("shell.everything.delete"_t);
  contact_ui(ui, "help", tools_.council.help);
  return {};
}

}  // namespace alongside::client
