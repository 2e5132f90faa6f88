// The bytes before a body: status line and headers, with the security headers on every one of
// them. Pure; called by http_session for answers and refusals alike, so that none goes without.
#pragma once

#include "app/server/guard.hpp"
#include "app/server/response.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside::server {

struct ReplyContext {
  Connection connection = Connection::Close;
  std::string_view request_id;
  std::int64_t now_ms = 0;
};

std::string response_head(const Response& response, const ReplyContext& context);

// Gives a cacheable answer its ETag, and turns it into 304 when the client has those bytes.
void settle_caching(Response& response, std::string_view if_none_match);

std::string_view reason_of(int status);
std::string http_date(std::int64_t ms);  // "Sun, 22 Nov 2026 17:00:00 GMT"

}  // namespace alongside::server
