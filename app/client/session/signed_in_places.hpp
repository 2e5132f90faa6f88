// SignedInPlaces: on which devices this person is signed in, as the council says, and ending one of
// them. Owned by Shell, asked by the account page.
#pragma once

#include "app/client/platform.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace alongside::client {

enum class PlacesState : std::uint8_t { Unknown, Asked, Known, Unreachable };

class SignedInPlaces {
 public:
  SignedInPlaces(Platform& platform, std::function<void()> changed)
      : platform_(platform), changed_(std::move(changed)) {}

  void ask();  // each time the page is opened: what was known stays until the answer is there
  void revoke(decltype(wire::SessionLine::handle) handle);

  PlacesState state() const { return state_; }
  const std::vector<wire::SessionLine>& places() const { return places_; }

 private:
  Platform& platform_;
  std::function<void()> changed_;
  PlacesState state_ = PlacesState::Unknown;
  std::vector<wire::SessionLine> places_;
};

}  // namespace alongside::client
