// parse_head: the head of a request, parsed by Boost.Beast, as the guard wants it. The only file
// that includes Beast is http_parser.cpp. Called by HttpExchange with a whole head.
#pragma once

#include "app/server/guard.hpp"

#include <functional>
#include <string_view>

namespace alongside::server {

// Calls `use` with the parsed head, whose views end with the call. False when it is malformed.
bool parse_head(std::string_view head, const std::function<void(const RequestHead&)>& use);

}  // namespace alongside::server
