// AccountPage: everything about being signed in: what waits to be sent, whether the family's things
// stay on this device, who may see what, emails, where else one is signed in, passkeys, and the way out. The shell's
// own.
#pragma once

#include "app/client/account/emails.hpp"
#include "app/client/account/sharing.hpp"
#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"

namespace alongside::client {

class AccountPage final : public Page {
 public:
  explicit AccountPage(OwnPageTools tools)
      : tools_(tools), sharing_(tools.session, tools.links.clock()), emails_(tools.session) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void waiting_ui(ui::Ui& ui);
  void not_sent_ui(ui::Ui& ui);
  void keep_ui(ui::Ui& ui);
  void passkeys_ui(ui::Ui& ui);
  void begin_leaving(KeepChoice keep);
  void sign_out_ui(ui::Ui& ui);
  void unsent_ui(ui::Ui& ui, std::size_t unsent);

  OwnPageTools tools_;
  Sharing sharing_;
  Emails emails_;
  // Signing out with something unsent is asked about first.
  enum class Leaving : std::uint8_t { No, Asked, Sending };
  Leaving leaving_ = Leaving::No;
};

}  // namespace alongside::client
