#include "app/server/guard_rules.hpp"

#include "app/base/letters.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace alongside::server {

namespace {

bool all_of(std::string_view text, bool (*test)(char)) { return std::all_of(text.begin(), text.end(), test); }

bool is_host_name_character(char c) { return is_letter_or_digit(c) || c == '-' || c == '.' || c == '_'; }

bool is_host(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  std::string_view name = host;
  if (!host.empty() && host.front() == '[') {
    const std::size_t end = host.find(']');
    if (end == host.npos) return false;
    const std::string_view rest = host.substr(end + 1);
    const std::string_view address = host.substr(1, end - 1);
    const bool port_good = rest.empty() || (rest.size() > 1 && rest[0] == ':' && all_of(rest.substr(1), is_digit));
    return port_good && address.find_first_not_of("0123456789abcdefABCDEF:.") == address.npos && address.size() >= 2;
  }
  if (colon != host.npos) {
    const std::string_view port = host.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !all_of(port, is_digit)) return false;
    name = host.substr(0, colon);
  }
  return !name.empty() && name.size() <= 253 && all_of(name, is_host_name_character);
}

// Does a comma-separated list, such as Connection's, hold this token?
bool holds_token(std::string_view list, std::string_view token) {
  while (!list.empty()) {
    std::string_view item = list.substr(0, list.find(','));
    list.remove_prefix(item.size() == list.size() ? item.size() : item.size() + 1);
    while (!item.empty() && (item.front() == ' ' || item.front() == '\t')) item.remove_prefix(1);
    while (!item.empty() && (item.back() == ' ' || item.back() == '\t')) item.remove_suffix(1);
    if (equal_ignoring_case(item, token)) return true;
  }
  return false;
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return small_letter(x) == small_letter(y); });
}

std::optional<Refusal> check_version(const RequestHead& head, Accepted&) {
  if (head.version != 11) return Refusal{505, "http_version", "Only HTTP/1.1 is spoken here."};
  if (head.fields.size() > guard_limits::fields) return Refusal{431, "too_many_headers", "There are too many headers."};
  return std::nullopt;
}

std::optional<Refusal> check_framing(const RequestHead& head, Accepted& accepted) {
  if (head.count("Transfer-Encoding") != 0) {
    return Refusal{501, "transfer_encoding", "Send the body with a Content-Length, not a Transfer-Encoding."};
  }
  if (head.count("Upgrade") != 0) return Refusal{400, "upgrade", "There is no other protocol here."};
  if (head.count("Trailer") != 0) return Refusal{400, "trailer", "Trailers are not read here."};
  if (head.count("Expect") != 0) {
    if (head.count("Expect") != 1 || !equal_ignoring_case(head.value("Expect"), "100-continue")) {
      return Refusal{417, "expectation", "Only 100-continue may be expected."};
    }
    accepted.expects_continue = true;
  }
  for (const HeaderField& field : head.fields) {
    const bool closes = equal_ignoring_case(field.name, "Connection") && holds_token(field.value, "close");
    if (closes) accepted.connection = Connection::Close;
  }
  return std::nullopt;
}

std::optional<Refusal> check_length(const RequestHead& head, Accepted& accepted) {
  const std::size_t count = head.count("Content-Length");
  if (count == 0) return std::nullopt;
  const Refusal refusal{400, "content_length", "There must be one Content-Length, a plain number."};
  const std::string_view value = head.value("Content-Length");
  if (count > 1 || value.empty() || !all_of(value, is_digit)) return refusal;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), accepted.content_length);
  if (fault != std::errc() || end != value.data() + value.size()) return refusal;
  return std::nullopt;
}

std::optional<Refusal> check_host(const RequestHead& head, Accepted&) {
  const std::size_t count = head.count("Host");
  if (count == 0) return Refusal{400, "missing_host", "There must be one Host header."};
  if (count > 1) return Refusal{400, "double_host", "There must be one Host header, not more."};
  if (!is_host(head.value("Host"))) return Refusal{400, "bad_host", "The Host header is not a host and a port."};
  return std::nullopt;
}

std::optional<Refusal> check_method(const RequestHead& head, Accepted& accepted) {
  if (head.method == "GET" || head.method == "HEAD") {
    accepted.method = Method::Get;
    if (head.method == "HEAD") accepted.body_wanted = BodyWanted::No;
    if (accepted.content_length != 0) return Refusal{400, "unexpected_body", "A GET or HEAD has no body."};
  } else if (head.method == "POST") {
    accepted.method = Method::Post;
  } else if (head.method == "OPTIONS") {
    accepted.asks_options = true;
  } else if (head.method != "PUT" && head.method != "DELETE" && head.method != "PATCH") {
    return Refusal{501, "unknown_method", "This method is not known here."};
  }
  return std::nullopt;
}

std::optional<Refusal> check_target(const RequestHead& head, Accepted& accepted) {
  const std::string_view target = head.target;
  if (target.size() > guard_limits::target_bytes) return Refusal{414, "long_address", "The address is too long."};
  const Refusal refusal{400, "odd_address", "The address is not a plain path and query."};
  if (target.empty() || target.front() != '/') return refusal;
  for (char c : target) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || c == '#' || c == '\\' || c == '"' || c == '<' || c == '>') return refusal;
  }
  const std::size_t question = target.find('?');
  const std::string_view path = target.substr(0, question);
  if (question != target.npos) accepted.query = target.substr(question + 1);
  if (!percent_decode(path, PlusSign::Kept, accepted.path)) return refusal;
  // Looked at after decoding, so that %2e%2e and %2f%2f are seen; and nothing decodes again later.
  const std::string& decoded = accepted.path;
  const bool climbs = decoded.find("..") != decoded.npos || decoded.find("//") != decoded.npos;
  const bool odd = decoded.find_first_of("\\\t\n") != decoded.npos || decoded.find("/./") != decoded.npos;
  if (climbs || odd) return refusal;
  std::string ignored;
  if (!percent_decode(accepted.query, PlusSign::IsSpace, ignored)) return refusal;
  return std::nullopt;
}

std::optional<Refusal> check_body(const RequestHead& head, Accepted& accepted) {
  if (accepted.method != Method::Post) return std::nullopt;
  if (head.count("Content-Length") == 0) return Refusal{411, "length_needed", "Say how long the body is."};
  // Neither is a type that a form of another site could send.
  const std::string_view type = head.value("Content-Type");
  const bool ours = type == "application/x-alongside" || type == "application/octet-stream";
  if (type == "application/x-www-form-urlencoded") accepted.body_kind = BodyKind::Form;
  if (head.count("Content-Type") != 1 || (!ours && accepted.body_kind != BodyKind::Form)) {
    return Refusal{403, "content_type", "The body must be one frame, application/x-alongside, or a file's bytes."};
  }
  return std::nullopt;
}

std::optional<Refusal> check_origin(const RequestHead& head, Accepted& accepted, OwnOrigins own_origins) {
  // Nothing here changes anything by another method, and what is none of ours is refused anyway.
  if (accepted.method != Method::Post) return std::nullopt;
  const std::size_t sites = head.count("Sec-Fetch-Site");
  const bool same_site = sites == 0 || (sites == 1 && head.value("Sec-Fetch-Site") == "same-origin");
  const bool own = head.count("Origin") == 1 &&
                   std::find(own_origins.begin(), own_origins.end(), head.value("Origin")) != own_origins.end();
  if (same_site && own) return std::nullopt;
  const bool no_browser = sites == 0 && head.count("Origin") == 0 && head.count("Cookie") == 0;
  if (no_browser && accepted.body_kind == BodyKind::Form) {
    accepted.sender = Sender::Program;
    return std::nullopt;
  }
  return Refusal{403, "other_origin", "This may only be sent from our own pages."};
}

}  // namespace alongside::server
