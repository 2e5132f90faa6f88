#include "tests/contract/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace alongside::contract {

namespace {

std::string small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

Reply parse(const std::string& head) {
  Reply reply;
  reply.status = std::atoi(head.substr(9, 3).c_str());
  std::size_t at = head.find("\r\n") + 2;
  while (at < head.size()) {
    const std::size_t end = head.find("\r\n", at);
    const std::string line = head.substr(at, end - at);
    const std::size_t colon = line.find(": ");
    if (colon != line.npos) reply.headers.emplace(small_letters(line.substr(0, colon)), line.substr(colon + 2));
    at = end + 2;
  }
  return reply;
}

std::string with_headers(std::string request, const std::vector<std::string>& headers) {
  for (const std::string& header : headers) request += header + "\r\n";
  return request + "\r\n";
}

}  // namespace

std::string Reply::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  timeval patience{20, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    socket_ = -1;
  }
}

RawClient::~RawClient() {
  if (socket_ >= 0) ::close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawClient::read_more() {
  char bytes[16384];
  const ssize_t received = ::recv(socket_, bytes, sizeof bytes, 0);
  if (received <= 0) return false;
  buffer_.append(bytes, static_cast<std::size_t>(received));
  return true;
}

Reply RawClient::receive(Body body) {
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == buffer_.npos) {
    if (!read_more()) return {};
  }
  Reply reply = parse(buffer_.substr(0, end + 2));
  buffer_.erase(0, end + 4);
  const auto length = static_cast<std::size_t>(std::atoll(reply.header("content-length").c_str()));
  if (body == Body::None || reply.status == 304 || reply.status == 100) return reply;
  while (buffer_.size() < length) {
    if (!read_more()) return {};
  }
  reply.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return reply;
}

bool RawClient::closed() {
  timeval patience{5, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  char byte = 0;
  return buffer_.empty() && ::recv(socket_, &byte, 1, 0) == 0;
}

Reply get(std::uint16_t port, std::string_view target, const std::vector<std::string>& headers) {
  RawClient client(port);
  client.send(with_headers("GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n", headers));
  return client.receive();
}

Reply post(std::uint16_t port, std::string_view target, std::string_view body, std::vector<std::string> headers) {
  const auto add_unless_there = [&headers](const std::string& name, const std::string& value) {
    const auto is_it = [&](const std::string& header) { return header.rfind(name, 0) == 0; };
    if (std::none_of(headers.begin(), headers.end(), is_it)) headers.push_back(name + value);
  };
  add_unless_there("Content-Type: ", "application/x-alongside");
  add_unless_there("Origin: ", "http://localhost:" + std::to_string(port));
  RawClient client(port);
  const std::string start = "POST " + std::string(target) +
                            " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  client.send(with_headers(start, headers) + std::string(body));
  return client.receive();
}

}  // namespace alongside::contract
