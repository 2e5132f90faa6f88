// HomePage: the first screen: a greeting, one question, and the ways in. The shell's own.
#pragma once

#include "app/client/plugin_host.hpp"
#include "app/client/plugin_services.hpp"
#include "app/plugin_api/page.hpp"

namespace alongside::client {

class HomePage final : public Page {
 public:
  HomePage(ShellLinks& links, const PluginHost& host) : links_(links), host_(host) {}

  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void search_ui(ui::Ui& ui);
  void ways_in_ui(ui::Ui& ui);

  ShellLinks& links_;
  const PluginHost& host_;
  std::string words_wanted_;
};

}  // namespace alongside::client
