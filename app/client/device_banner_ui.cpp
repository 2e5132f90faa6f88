#include "app/client/device_banner_ui.hpp"

namespace alongside::client {

using namespace ui::literals;

void device_banner_ui(ui::Ui& ui, SessionService& session) {
  if (!session.known() || session.sync_status().state != SyncState::Unreadable) return;
  const auto region = ui.landmark("device", ui::Role::Region, ui.tr("shell.device.region"_t));
  ui.notice(ui::Tone::Warn, ui::Icon::Warning, ui.tr("shell.device.unreadable"_t));
  if (ui.button("again", ui.tr("shell.device.again"_t))) session.sync_now();
}

}  // namespace alongside::client
