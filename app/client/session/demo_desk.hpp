// DemoDesk: the people one may try in a demonstration, as the council names them. Owned by Shell,
// asked by the sign-in page.
#pragma once

#include "app/client/platform.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace alongside::client {

enum class DeskState : std::uint8_t { Unknown, Asked, Open, Closed, Unreachable };  // Closed: no sign-in here

class DemoDesk {
 public:
  DemoDesk(Platform& platform, std::function<void()> changed) : platform_(platform), changed_(std::move(changed)) {}

  void ask();  // unless it is known already
  DeskState state() const { return state_; }
  const std::vector<wire::DemoPerson>& people() const { return people_; }

 private:
  void answered(const Result<Bytes>& reply);

  Platform& platform_;
  std::function<void()> changed_;
  DeskState state_ = DeskState::Unknown;
  std::vector<wire::DemoPerson> people_;
};

}  // namespace alongside::client
