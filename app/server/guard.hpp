// The guard: decides from the head of a request alone whether we go on with it. Pure functions, no
// I/O, so that every rule has a test. Called by http_session for each request, before anything
// else looks at it. What is refused here also ends the connection: whoever sent it and we may
// disagree about where the next request begins.
#pragma once

#include "app/server/query.hpp"
#include "app/server/request.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace alongside::server {

struct HeaderField {
  std::string_view name;
  std::string_view value;
};

// As the HTTP library parsed it; views into the bytes that were received.
struct RequestHead {
  std::string_view method;
  std::string_view target;
  unsigned version = 11;
  std::span<const HeaderField> fields;

  std::string_view value(std::string_view name) const;  // the first one, or empty
  std::size_t count(std::string_view name) const;
};

struct Refusal {
  int status = 400;
  std::string_view code;    // "double_host": a stable name
  std::string_view detail;  // one sentence; literals only, nothing of the request
};

enum class Connection : bool { Close, KeepAlive };
enum class BodyWanted : bool { No, Yes };
// Frames and files, which no form of another site can send; or the fields of a form, for the routes that take them.
enum class BodyKind : std::uint8_t { Ours, Form };
// A form without an Origin and without a cookie is no browser's: a provider's own machine, which must prove itself.
enum class Sender : std::uint8_t { OwnPage, Program };

// What is known once the head was accepted.
struct Accepted {
  std::optional<Method> method;              // empty: a method that no handler answers (405)
  bool asks_options = false;                 // OPTIONS: a browser asks whether another page may read our open data
  BodyWanted body_wanted = BodyWanted::Yes;  // No for HEAD
  Connection connection = Connection::KeepAlive;
  std::string path;        // decoded
  std::string_view query;  // still encoded
  std::size_t content_length = 0;
  bool expects_continue = false;
  BodyKind body_kind = BodyKind::Ours;
  Sender sender = Sender::OwnPage;
};

namespace guard_limits {
inline constexpr std::size_t head_bytes = 8 * 1024;
inline constexpr std::size_t fields = 64;
inline constexpr std::size_t target_bytes = 2048;
}  // namespace guard_limits

// Looks at the raw bytes of the head, up to and with its empty line: the parser would mend a
// folded line or a stray control character, and two programs that mend differently disagree.
std::optional<Refusal> raw_head_fault(std::string_view head);

// What a browser calls our own pages' origin: "https://families.northmere.example", letter by letter.
using OwnOrigins = std::span<const std::string>;

std::variant<Accepted, Refusal> guard(const RequestHead& head, OwnOrigins own_origins);

}  // namespace alongside::server
