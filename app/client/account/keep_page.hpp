// KeepPage: asked once on each device, after the first sign-in: may the family's things stay here?
// Until it is answered, they do not. "?then=" says where to go afterwards. The shell's own.
#pragma once

#include "app/client/account/keep_choice_ui.hpp"
#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"

#include <string>

namespace alongside::client {

class KeepPage final : public Page {
 public:
  explicit KeepPage(OwnPageTools tools);

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  OwnPageTools tools_;
  std::string chosen_;
  std::string then_ = "/";
  TellError tell_ = TellError::No;
};

}  // namespace alongside::client
