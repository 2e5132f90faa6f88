// HelpPage: who to talk to, in one place on every screen's foot. Words come from the council's own
// configuration. The shell's own.
#pragma once

#include "app/plugin_api/page.hpp"
#include "app/wire/messages/council.hpp"

namespace alongside::client {

class HelpPage final : public Page {
 public:
  explicit HelpPage(const wire::Council& council) : council_(council) {}

  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  const wire::Council& council_;
};

}  // namespace alongside::client
