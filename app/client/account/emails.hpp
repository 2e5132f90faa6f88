// Emails: whether the person is told by email that there is something new, and in which language. Their
// own preference, kept with the council like any change. Where the council sends none, or has no address
// for them, it says so instead. Drawn by the account page.
#pragma once

#include "app/client/session/session_service.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/family.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::client {

class Emails {
 public:
  explicit Emails(SessionService& session) : session_(session) {}

  void draw_ui(ui::Ui& ui, std::string_view phone);

 private:
  void choice_ui(ui::Ui& ui);
  void read_again();
  void save(std::string value);

  SessionService& session_;
  std::uint64_t edition_ = 0;
  wire::Preference wish_;  // as chosen last, here or elsewhere
  wire::Version version_;
};

}  // namespace alongside::client
