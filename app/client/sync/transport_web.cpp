#include "app/client/sync/transport_web.hpp"

#include "app/client/platform.hpp"

#include <string>
#include <utility>

namespace alongside::client {

void TransportWeb::push(Bytes frame, Reply reply) {
  platform_.post("/api/sync/push", std::move(frame), Credentials::Sent, std::move(reply));
}

void TransportWeb::feed(std::uint64_t since, Reply reply) {
  platform_.fetch("/api/sync/feed?since=" + std::to_string(since), std::move(reply));
}

// No cookie goes with a letter: who it is from must not be told by the way it came.
void TransportWeb::letter(std::string_view path, Bytes frame, Reply reply) {
  platform_.post(path, std::move(frame), Credentials::Left, std::move(reply));
}

}  // namespace alongside::client
