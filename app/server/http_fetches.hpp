// HttpFetches: questions to other machines, on the server's event loop: asked from it, waited for on threads
// beside it, answered on it. Made by run_http_server for as long as it runs.
#pragma once

#include "app/server/fetch/fetch_threads.hpp"

#include <boost/asio/io_context.hpp>

namespace alongside::server {

class HttpFetches final : public WebFetcher {
 public:
  explicit HttpFetches(boost::asio::io_context& loop) : loop_(loop) {}

  void fetch(WebQuestion question, std::function<void(WebResult)> done) override;
  void stop() { threads_.stop(); }

 private:
  boost::asio::io_context& loop_;
  FetchThreads threads_;
};

}  // namespace alongside::server
