// MissingPage: what a person sees at an address nobody answers. The shell's own.
#pragma once

#include "app/plugin_api/page.hpp"

namespace alongside::client {

class MissingPage final : public Page {
 public:
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;
};

}  // namespace alongside::client
