// RawClient: a connection that sends exactly the bytes it is told, right or wrong, and reads what
// comes back. Owned by one test case.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::contract {

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

struct Reply {
  int status = 0;                                   // 0: the connection ended, or nothing came in time
  std::multimap<std::string, std::string> headers;  // names in small letters
  std::string body;

  std::string header(const std::string& name) const;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  ~RawClient();

  bool send(std::string_view bytes);  // false when the other side has gone
  // Reads one reply; with HEAD there is no body however long it says it is.
  enum class Body : std::uint8_t { Expected, None };
  Reply receive(Body body = Body::Expected);
  // True when the other side has closed (waits up to five seconds for it).
  bool closed();

 private:
  bool read_more();

  int socket_;
  std::string buffer_;
};

// One whole request on a connection of its own.
Reply get(std::uint16_t port, std::string_view target, const std::vector<std::string>& headers = {});
// As one of our own pages would send it: with the headers that no other site can send, unless
// `headers` says otherwise.
Reply post(std::uint16_t port, std::string_view target, std::string_view body, std::vector<std::string> headers = {});

}  // namespace alongside::contract
