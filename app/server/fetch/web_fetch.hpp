// WebFetch: one question to another machine over HTTP, and what came back. Plain data between whoever asks,
// the thread that waits and the wrapper of libcurl.
#pragma once

#include "app/base/result.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace alongside::server {

// An answer that sends us on: an error, or told with where to.
enum class SentOn : std::uint8_t { Refuse, Tell };
// To what kind of machine a question may go, whatever its name resolves to at that moment.
enum class Machines : std::uint8_t { Any, Public };

struct WebQuestion {
  std::string address;        // checked with is_safe_web_address before it is asked
  std::string form;           // application/x-www-form-urlencoded; empty: a GET
  std::string authorization;  // of the form; a whole header's value, or empty
  std::size_t most_bytes = 64 * 1024;
  int whole_seconds = 10;
  std::string known_tag;  // If-None-Match: what we have already, or empty
  SentOn sent_on = SentOn::Refuse;
  Machines machines = Machines::Any;
  std::vector<std::string> inner_addresses;  // "10.1.2.3": of Public, these all the same
};

struct WebAnswer {
  int status = 0;
  std::string content_type;  // as it was sent
  std::string body;
  std::string tag{};            // its ETag
  std::string encoding{};       // its Content-Encoding: the body is as it was sent
  std::string sent_to{};        // of SentOn::Tell: the whole address
  int retry_after_seconds = 0;  // as it asks; 0: it does not
};

// Offline: it did not answer, or too slowly. TooLarge: more than was asked for. NotAllowed: it sent us on, or is at
// an address where nobody may be asked.
using WebResult = Result<WebAnswer>;

// Questions to a machine one after another, over one connection as long as that lasts. The connection of an earlier
// question is used again without a look at where it leads, so all questions of a session name the same machines.
class WebSession {
 public:
  WebSession();
  // Waits for the answer, `whole_seconds` at most, or until `stopping`.
  WebResult ask(const WebQuestion& question, const std::atomic<bool>& stopping);

 private:
  std::unique_ptr<void, void (*)(void*)> handle_;
};

// One question in a session of its own.
WebResult fetch_with_curl(const WebQuestion& question, const std::atomic<bool>& stopping);

// Whoever can ask without waiting. `done` is called on the server's own thread, later; perhaps at once when
// the question cannot be asked at all.
class WebFetcher {
 public:
  virtual ~WebFetcher() = default;
  virtual void fetch(WebQuestion question, std::function<void(WebResult)> done) = 0;
};

}  // namespace alongside::server
