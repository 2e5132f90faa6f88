// FamilyServer: council-api with the family of tests/fixtures/family/relations.json, in which anybody
// may be tried, and the frames to sign in and ask. Owned by one test case.
#pragma once

#include "app/base/bytes.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"
#include "tests/contract/raw_client.hpp"
#include "tests/contract/server_process.hpp"

#include <memory>
#include <string>
#include <vector>

namespace alongside::contract {

// The last digit of each person's id in the file; Real belongs to a household that is no demo.
enum class Who { Parent = 1, Carer, Helper, YoungPerson, Other, Restricted, Sharer, Former, Real };

PersonId person(Who who);

template <class T>
std::string frame_of(const T& message) {
  const Bytes bytes = wire::encode_frame(message);
  return {bytes.begin(), bytes.end()};
}

template <class T>
Result<T> message_in(const Reply& reply) {
  return wire::decode_frame<T>(Bytes(reply.body.begin(), reply.body.end()));
}

class FamilyServer {
 public:
  explicit FamilyServer(std::vector<std::string> more = {"--demo"},
                        const std::string& council = DEMO_COUNCIL "/council.json");

  std::uint16_t port() const { return server_->port(); }
  const ServerProcess& process() const { return *server_; }
  std::string data() const { return folder_.path() + "/data"; }
  // Pulls its plug, and starts it again with what is on the disk.
  void kill_and_start_again();
  int stopped() { return server_->wait(); }  // its exit code, once it has stopped

  Reply try_as(PersonId person, std::vector<std::string> headers = {}) const;
  // The Cookie header with which the next requests are this person's.
  std::string sign_in(Who who) const;
  wire::SessionInfo info(const std::string& cookie) const;

 private:
  TemporaryFolder folder_;
  std::vector<std::string> options_;
  std::string council_;
  std::unique_ptr<ServerProcess> server_;
};

// "Cookie: __Host-sid=…" out of a reply's Set-Cookie; empty when there is none.
std::string cookie_in(const Reply& reply);

// All that a client can see of a reply, without what differs between any two: its time and its number.
std::string seen(const Reply& reply);

}  // namespace alongside::contract
