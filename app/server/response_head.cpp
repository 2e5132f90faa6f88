#include "app/server/response_head.hpp"

#include "app/base/date.hpp"
#include "app/server/checksum.hpp"
#include "app/server/delta.hpp"
#include "app/server/negotiation.hpp"

#include <cstdio>

namespace alongside::server {

namespace {

// Trusted Types: only the page's own policy may make a script address. wasm-unsafe-eval allows
// WebAssembly and nothing else; there is no inline script or style anywhere.
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "img-src 'self' data:; media-src blob:; style-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types alongside";
// What a family sent: saved by a browser, and if it shows it after all, then as dead as paper.
constexpr std::string_view file_policy =
    "default-src 'none'; sandbox; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
constexpr std::string_view security_headers =
    "X-Content-Type-Options: nosniff\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), "
    "magnetometer=(), microphone=(self), midi=(), payment=(), usb=()\r\n"
    "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n";

bool is_file_to_save(const Response& response) { return !response.disposition.empty(); }

std::string_view cache_control(const Response& response) {
  switch (response.caching) {
    case Caching::Private: return is_file_to_save(response) ? "private, no-store" : "no-store";
    case Caching::Revalidate: return "no-cache";
    case Caching::Immutable: return "public, max-age=31536000, immutable";
  }
  return "no-store";
}

void add(std::string& head, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  head += name;
  head += ": ";
  head += value;
  head += "\r\n";
}

}  // namespace

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 226: return "IM Used";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return status < 500 ? "Error" : "Internal Server Error";
  }
}

std::string http_date(std::int64_t ms) {
  constexpr const char* days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::int64_t seconds = ms / 1000;
  const Date date(static_cast<std::int32_t>(seconds / 86400));
  const auto rest = static_cast<int>(seconds % 86400);
  char text[40];
  std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                days[static_cast<std::size_t>(date.weekday())], date.day(),
                months[static_cast<std::size_t>(date.month() - 1)], date.year(), rest / 3600, rest / 60 % 60,
                rest % 60);
  return text;
}

std::string response_head(const Response& response, const ReplyContext& context) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
  head += reason_of(response.status);
  head += "\r\n";
  add(head, "Date", http_date(context.now_ms));
  if (response.status != 304 && response.status != 204) {
    add(head, "Content-Type", response.content_type);
    add(head, "Content-Encoding", response.content_encoding);
    add(head, "Content-Length", std::to_string(response.content().size()));
  }
  add(head, "Cache-Control", cache_control(response));
  add(head, "ETag", response.etag);
  if (!response.delta_base.empty()) {
    add(head, "IM", delta_name);
    add(head, "Delta-Base", response.delta_base);
  }
  add(head, "Vary", response.vary);
  add(head, "Allow", response.allow);
  add(head, "Set-Cookie", response.set_cookie);
  for (const std::string& cookie : response.more_cookies) add(head, "Set-Cookie", cookie);
  add(head, "Location", response.location);
  add(head, "Content-Disposition", response.disposition);
  if (response.retry_after_seconds > 0) add(head, "Retry-After", std::to_string(response.retry_after_seconds));
  add(head, "X-Request-Id", context.request_id);
  add(head, "Content-Security-Policy", is_file_to_save(response) ? file_policy : page_policy);
  add(head, "Referrer-Policy", response.referrer == Referrer::OwnPages ? "same-origin" : "no-referrer");
  head += security_headers;
  const bool for_any_page = response.readers == Readers::AnyPage;
  add(head, "Cross-Origin-Resource-Policy", for_any_page ? "cross-origin" : "same-origin");
  // Without Access-Control-Allow-Credentials: a browser hands over no answer that a cookie had a part in.
  if (for_any_page) add(head, "Access-Control-Allow-Origin", "*");
  if (!response.cors_methods.empty()) {
    add(head, "Access-Control-Allow-Methods", response.cors_methods);
    add(head, "Access-Control-Allow-Headers", "*");
    add(head, "Access-Control-Max-Age", "86400");
  }
  add(head, "Connection", context.connection == Connection::Close ? "close" : "keep-alive");
  head += "\r\n";
  return head;
}

void settle_caching(Response& response, std::string_view if_none_match) {
  if (response.status != 200 || response.caching == Caching::Private) return;
  if (response.etag.empty()) response.etag = '"' + checksum(response.content()) + '"';
  if (!etag_matches(if_none_match, response.etag)) return;
  response.status = 304;
  response.body.clear();
  response.shared_body.reset();
}

}  // namespace alongside::server
