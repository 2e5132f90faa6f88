// Metrics: what happened since the server started, and how it is now, as Prometheus reads it (text format 0.0.4).
// A request counts under its route's pattern and its status; never under an address or a person. Owned by the server's
// run; told by every connection, asked by MetricsListener. On the server's one thread.
#pragma once

#include "app/server/metrics/measures.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace alongside::server {

// One answer that was sent.
struct AnsweredRequest {
  std::string_view method;  // "GET", "HEAD", "POST" or "other"
  std::string_view route;   // the pattern: "/api/push"; "-" when nobody looked at it
  int status = 0;
  std::chrono::duration<double> taken{};  // from its first byte to the last of the answer
};

class Metrics {
 public:
  explicit Metrics(const Measures& measures);
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;
  ~Metrics();

  void note(const AnsweredRequest& request);
  // A measure that cannot be read is NaN, and counted.
  std::string text();

 private:
  struct Families;
  void read_measures();

  const Measures& measures_;
  std::unique_ptr<Families> families_;
};

}  // namespace alongside::server
