#include "app/client/send_page.hpp"

namespace alongside::client {

using namespace ui::literals;

void SendPage::draw(ui::Ui& ui, const std::string& title, const std::string& href, const std::string& origin) {
  if (ui.button("send", ui.tr("shell.send"_t), ui::ButtonLook::Secondary)) send(title, href);
  std::string told;
  if (*state_ == State::Copied) told = ui.tr("shell.send.copied"_t);
  if (*state_ == State::ByHand) told = ui.tr("shell.send.by_hand"_t, {{"address", origin + href}});
  ui.status("sent", told);
}

void SendPage::send(const std::string& title, const std::string& href) {
  *state_ = State::Asked;
  platform_.send_page(
      href, title, [hold = std::weak_ptr<State>(state_), &platform = platform_](const Result<Bytes>& reply) {
        const auto state = hold.lock();
        if (!state) return;
        const bool closed = !reply.ok() && reply.error().code == ErrorCode::Conflict;
        const bool shared = reply.ok() && reply.value() == Bytes{1};
        *state = closed ? State::Unasked : shared ? State::Shared : reply.ok() ? State::Copied : State::ByHand;
        platform.wake();
      });
}

}  // namespace alongside::client
