// WebFetch: one question to another machine over HTTP, and what came back. Plain data between whoever asks,
// the thread that waits and the wrapper of libcurl.
#pragma once

#include "app/base/result.hpp"

#include <atomic>
#include <cstddef>
#include <functional>
#include <string>

namespace alongside::server {

struct WebQuestion {
  std::string address;        // checked with is_safe_web_address before it is asked
  std::string form;           // application/x-www-form-urlencoded; empty: a GET
  std::string authorization;  // of the form; a whole header's value, or empty
  std::size_t most_bytes = 64 * 1024;
};

struct WebAnswer {
  int status = 0;
  std::string content_type;  // as it was sent
  std::string body;
};

// Offline: it did not answer, or too slowly. TooLarge: more than was asked for. NotAllowed: it sent us on.
using WebResult = Result<WebAnswer>;

// Waits for the answer, ten seconds at most, or until `stopping`.
WebResult fetch_with_curl(const WebQuestion& question, const std::atomic<bool>& stopping);

// Whoever can ask without waiting. `done` is called on the server's own thread, later; perhaps at once when
// the question cannot be asked at all.
class WebFetcher {
 public:
  virtual ~WebFetcher() = default;
  virtual void fetch(WebQuestion question, std::function<void(WebResult)> done) = 0;
};

}  // namespace alongside::server
