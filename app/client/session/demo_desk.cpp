#include "app/client/session/demo_desk.hpp"

#include "app/wire/frame.hpp"

#include <utility>

namespace alongside::client {

void DemoDesk::ask() {
  if (state_ == DeskState::Asked || state_ == DeskState::Open || state_ == DeskState::Closed) return;
  state_ = DeskState::Asked;
  platform_.fetch("/api/session/demo", [this](const Result<Bytes>& reply) {
    answered(reply);
    changed_();
  });
}

void DemoDesk::answered(const Result<Bytes>& reply) {
  if (!reply.ok()) {
    state_ = reply.error().code == ErrorCode::NotFound ? DeskState::Closed : DeskState::Unreachable;
    return;
  }
  Result<wire::DemoPeople> people = wire::decode_frame<wire::DemoPeople>(reply.value());
  state_ = people.ok() ? DeskState::Open : DeskState::Unreachable;
  if (people.ok()) people_ = std::move(people->people);
}

}  // namespace alongside::client
