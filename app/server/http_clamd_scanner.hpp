// ClamdScanner: asks ClamAV's daemon (clamd) on its socket of this machine, by its INSTREAM command. Made by the
// server's run where the configuration names the socket.
#pragma once

#include "app/server/attachments/file_scanner.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <string>

namespace alongside::server {

class ClamdScanner final : public FileScanner {
 public:
  static constexpr auto patience = std::chrono::seconds(20);

  ClamdScanner(boost::asio::io_context& loop, std::string socket_path)
      : loop_(loop), socket_path_(std::move(socket_path)) {}

  void scan(Bytes file, Done done) override;

 private:
  boost::asio::awaitable<Result<ScanVerdict>> ask(Bytes file);

  boost::asio::io_context& loop_;
  std::string socket_path_;
};

}  // namespace alongside::server
