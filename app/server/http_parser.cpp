#include "app/server/http_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <vector>

namespace alongside::server {

namespace http = boost::beast::http;

namespace {

std::string_view view(boost::beast::string_view text) { return {text.data(), text.size()}; }

}  // namespace

bool parse_head(std::string_view head, const std::function<void(const RequestHead&)>& use) {
  http::request_parser<http::empty_body> parser;
  parser.eager(false);
  parser.skip(true);  // bodies are read by length only, and never by Beast
  parser.header_limit(static_cast<std::uint32_t>(guard_limits::head_bytes));
  boost::beast::error_code error;
  const std::size_t used = parser.put(boost::asio::buffer(head.data(), head.size()), error);
  if (error || !parser.is_header_done() || used != head.size()) return false;
  const auto& message = parser.get();
  std::vector<HeaderField> fields;
  for (const auto& field : message) fields.push_back({view(field.name_string()), view(field.value())});
  RequestHead parsed;
  parsed.method = view(message.method_string());
  parsed.target = view(message.target());
  parsed.version = message.version();
  parsed.fields = fields;
  use(parsed);
  return true;
}

}  // namespace alongside::server
