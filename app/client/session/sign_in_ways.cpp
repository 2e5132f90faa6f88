#include "app/client/session/sign_in_ways.hpp"

#include "app/wire/frame.hpp"

#include <utility>

namespace alongside::client {

void SignInWays::ask() {
  if (state_ == WaysState::Asked) return;
  state_ = WaysState::Asked;
  platform_.fetch("/api/sign-in", [this](const Result<Bytes>& reply) {
    Result<wire::SignInDesk> desk =
        reply.ok() ? wire::decode_frame<wire::SignInDesk>(reply.value()) : Result<wire::SignInDesk>(reply.error());
    state_ = desk.ok() ? WaysState::Known : WaysState::Unreachable;
    if (desk.ok()) desk_ = std::move(desk).value();
    changed_();
  });
}

}  // namespace alongside::client
