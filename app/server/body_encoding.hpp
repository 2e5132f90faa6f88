// How an answer's body goes over the wire: compressed for whoever accepts it, and as what has changed (RFC 3229) for
// whoever has an earlier one. Called by http_session once the answer and its ETag are known.
#pragma once

#include "app/server/response.hpp"

#include <string>

namespace alongside::server {

// What the head of the request said about it.
struct EncodingWish {
  std::string accept_encoding;
  std::string if_none_match;
  std::string a_im;  // kinds of changes that its sender can put together
};

void encode_body(Response& response, const EncodingWish& wish);

}  // namespace alongside::server
