#include "app/server/admin_client.hpp"

#include "app/server/admin_messages.hpp"
#include "app/server/staff/account.hpp"
#include "app/wire/frame.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <span>

namespace alongside::server {

namespace {

// Closes the socket however its function is left.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

bool send_all(int socket, std::span<const std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int socket, std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t received = ::recv(socket, bytes.data(), bytes.size(), 0);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(received));
  }
  return true;
}

Result<std::string> exchange(int socket, const AdminRequest& asked) {
  const Error lost{ErrorCode::Unavailable, "the server closed its admin socket; look at its log"};
  const Bytes request = wire::encode_frame(asked);
  if (!send_all(socket, length_prefix(request.size())) || !send_all(socket, request)) return lost;
  std::array<std::uint8_t, 4> prefix{};
  if (!receive_all(socket, prefix) || prefixed_length(prefix) > most_admin_bytes) return lost;
  Bytes body(prefixed_length(prefix));
  if (!receive_all(socket, body)) return lost;
  AdminReply reply = ALONGSIDE_TRY(wire::decode_frame<AdminReply>(body));
  if (!reply.done) return Error{ErrorCode::Unavailable, reply.text};
  return std::move(reply.text);
}

}  // namespace

std::optional<Result<std::string>> ask_server(const std::string& socket_path, const std::vector<std::string>& words,
                                              const std::string& officer) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_path.size() >= sizeof address.sun_path) return std::nullopt;
  std::copy(socket_path.begin(), socket_path.end(), address.sun_path);
  const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    if (errno == ENOENT || errno == ECONNREFUSED) return std::nullopt;
    return Result<std::string>(Error{
        ErrorCode::NotAllowed, socket_path + ": " + std::strerror(errno) + ". Run this as the server's own user."});
  }
  return exchange(socket.number(), {words, officer, sudo_account()});
}

}  // namespace alongside::server
