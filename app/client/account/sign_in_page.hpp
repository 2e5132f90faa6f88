// SignInPage: signing in by a provider, the council's code for who comes back from one for the first time
// ("/signin/code"), and the people of the demonstration; a council without any of these says whom to ring.
// "?then=" says where to go afterwards, "?trouble=" what went wrong on the way. The shell's own.
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
  void ways_ui(ui::Ui& ui);
  void providers_ui(ui::Ui& ui);
  void code_ui(ui::Ui& ui);
  bool wants_code() const;
  void trouble_ui(ui::Ui& ui);
  void people_ui(ui::Ui& ui);
  void closed_ui(ui::Ui& ui);

  OwnPageTools tools_;
  std::string then_ = "/";
  std::string path_;
  std::string trouble_;  // as the address says
  std::string code_;
};

}  // namespace alongside::client
