// InboxPage: what the council wrote to the person who is signed in. Opening a message marks it as
// read and leads to where it is about: "/inbox?open=<id>". The shell's own.
#pragma once

#include "app/client/inbox/notices.hpp"
#include "app/client/own_page_tools.hpp"
#include "app/plugin_api/page.hpp"

namespace alongside::client {

class InboxPage final : public Page {
 public:
  explicit InboxPage(OwnPageTools tools) : tools_(tools) {}

  void opened(const Route& route) override;
  std::string title(const ui::Words& words) const override;
  Result<void> page_ui(ui::Ui& ui) override;

 private:
  void item_ui(ui::Ui& ui, const InboxItem& item);

  OwnPageTools tools_;
};

}  // namespace alongside::client
