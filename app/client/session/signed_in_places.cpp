#include "app/client/session/signed_in_places.hpp"

#include "app/wire/frame.hpp"

#include <utility>

namespace alongside::client {

void SignedInPlaces::ask() {
  if (state_ == PlacesState::Asked) return;
  state_ = PlacesState::Asked;
  platform_.fetch("/api/session/list", [this](const Result<Bytes>& reply) {
    Result<wire::SessionList> list =
        reply.ok() ? wire::decode_frame<wire::SessionList>(reply.value()) : Result<wire::SessionList>(reply.error());
    state_ = list.ok() ? PlacesState::Known : PlacesState::Unreachable;
    if (list.ok()) places_ = std::move(list->sessions);
    changed_();
  });
}

void SignedInPlaces::revoke(decltype(wire::SessionLine::handle) handle) {
  const Bytes frame = wire::encode_frame(wire::SessionRevoke{handle, {}});
  platform_.post("/api/session/revoke", frame, Credentials::Sent, [this](const Result<Bytes>& reply) {
    if (reply.ok()) return ask();
    state_ = PlacesState::Unreachable;
    changed_();
  });
}

}  // namespace alongside::client
