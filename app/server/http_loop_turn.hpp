// HttpLoopTurn: turns of the server's event loop. Made by run_http_server for as long as it runs.
#pragma once

#include "app/server/loop_turn.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace alongside::server {

class HttpLoopTurn final : public LoopTurn {
 public:
  explicit HttpLoopTurn(boost::asio::io_context& loop) : loop_(loop) {}

  // Behind everything that the loop found ready together with what is being done now.
  void at_end(std::function<void()> act) override { boost::asio::post(loop_, std::move(act)); }

 private:
  boost::asio::io_context& loop_;
};

}  // namespace alongside::server
