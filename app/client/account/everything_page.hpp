// EverythingPage: everything that the council holds about the person who is signed in, as a page to read and as a file
// for other programs. Both are made on the server, and saved by the browser. The shell's own.
#pragma once

#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"

#include <string>

namespace alongside::client {

class EverythingPage final : public Page {
 public:
  explicit EverythingPage(OwnPageTools tools) : tools_(tools) {}

  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  OwnPageTools tools_;
};

}  // namespace alongside::client
