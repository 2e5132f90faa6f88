// SendPage: "Send this page to somebody", at the foot of each page that shows everybody the same. A phone's own share
// sheet opens; elsewhere the address is copied, or shown. Owned by Shell.
#pragma once

#include "app/client/platform.hpp"
#include "app/ui/ui.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace alongside::client {

class SendPage {
 public:
  explicit SendPage(Platform& platform) : platform_(platform) {}

  // The person is on another page.
  void moved() { state_ = std::make_shared<State>(State::Unasked); }
  // `title` is what the page is called, `href` its address within ours; `origin` "https://alongside.example".
  void draw(ui::Ui& ui, const std::string& title, const std::string& href, const std::string& origin);

 private:
  enum class State : std::uint8_t { Unasked, Asked, Shared, Copied, ByHand };
  void send(const std::string& title, const std::string& href);

  Platform& platform_;
  std::shared_ptr<State> state_ = std::make_shared<State>(State::Unasked);
};

}  // namespace alongside::client
