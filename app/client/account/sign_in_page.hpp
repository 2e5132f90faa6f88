// SignInPage: choosing who you are. For now only the people of the demonstration; a council without
// it says whom to ring. "?then=" says where to go afterwards. The shell's own.
#pragma once

#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"

#include <string>

namespace alongside::client {

class SignInPage final : public Page {
 public:
  explicit SignInPage(OwnPageTools tools) : tools_(tools) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void already_ui(ui::Ui& ui);
  void people_ui(ui::Ui& ui);
  void closed_ui(ui::Ui& ui);

  OwnPageTools tools_;
};

}  // namespace alongside::client
