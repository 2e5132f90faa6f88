#include "app/client/session_banner_ui.hpp"

#include "app/base/uk_time.hpp"
#include "app/ui/format.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_minutes = 24 * 60;

std::string clock_time(ui::Language language, std::int64_t at_ms) {
  const std::int64_t minutes = at_ms / minute_ms + uk_offset_minutes(at_ms);
  return ui::format_time(language, static_cast<int>(minutes % day_minutes));
}

void expired_ui(ui::Ui& ui, SessionService& session, std::string_view here) {
  const auto region = ui.landmark("session", ui::Role::Region, ui.tr("shell.session.region"_t));
  ui.notice(ui::Tone::Warn, ui::Icon::Clock, ui.tr("shell.session.over"_t));
  if (session.sign_in_trouble() == SignInTrouble::Offline) ui.text(ui.tr("shell.sign_in.offline"_t));
  if (session.sign_in_trouble() == SignInTrouble::Refused) ui.sentence("shell.sign_in.refused"_t);
  const auto row = ui.row("choices");
  // In its place, so that a half-written page stays what it is; but a provider takes the whole window, and what was
  // saved stays on the device meanwhile.
  const std::string again = ui.tr("shell.session.again"_t, {{"name", session.info().name}});
  if (ui.button("again", again, ui::ButtonLook::Primary)) {
    const std::string& provider = session.info().again;
    if (provider.empty()) return session.sign_in(session.info().person);
    session.go_to_provider(provider, here);
  }
}

}  // namespace

void session_banner_ui(ui::Ui& ui, SessionService& session, std::string_view here) {
  if (session.standing() == Standing::Expired) return expired_ui(ui, session, here);
  if (session.standing() != Standing::SignedIn || !session.expiry().soon()) return;
  const auto region = ui.landmark("session", ui::Role::Region, ui.tr("shell.session.region"_t));
  const std::string time = clock_time(ui.language(), session.expiry().ends_ms());
  ui.status("soon", ui.tr("shell.session.soon"_t, {{"time", time}}));
  if (ui.button("stay", ui.tr("shell.session.stay"_t), ui::ButtonLook::Primary)) session.stay();
}

}  // namespace alongside::client
