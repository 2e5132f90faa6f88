// SignInWays: how one signs in with this council, as the council says: by which providers, and whether this
// browser has come back from one and needs a code. Owned by Shell, asked by the sign-in page.
#pragma once

#include "app/client/platform.hpp"
#include "app/wire/messages/sign_in.hpp"

#include <cstdint>
#include <functional>

namespace alongside::client {

enum class WaysState : std::uint8_t { Unknown, Asked, Known, Unreachable };

class SignInWays {
 public:
  SignInWays(Platform& platform, std::function<void()> changed) : platform_(platform), changed_(std::move(changed)) {}

  void ask();  // each time the page is opened: somebody may have come back meanwhile
  WaysState state() const { return state_; }
  const wire::SignInDesk& desk() const { return desk_; }

 private:
  Platform& platform_;
  std::function<void()> changed_;
  WaysState state_ = WaysState::Unknown;
  wire::SignInDesk desk_;
};

}  // namespace alongside::client
